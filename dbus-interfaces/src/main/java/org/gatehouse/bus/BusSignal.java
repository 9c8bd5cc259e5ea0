package org.gatehouse.bus;

/// Marks a record nested in a transcribed interface as a signal of that interface.
///
/// The record's simple name is the signal's name, its components are the arguments, in order.
public interface BusSignal {}
