package org.gatehouse.portal.request;

import org.gatehouse.bus.ExportedInterface;

/// An object of the portal's connection that is no portal.
///
/// @param path where it is
public record ServedObject(String path, ExportedInterface<?> face) {}
