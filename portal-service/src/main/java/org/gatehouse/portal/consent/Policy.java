package org.gatehouse.portal.consent;

/// What the administrator and the session allow, fixed at the moment of the request.
///
/// @param locked the resource is switched off for everybody
///   (`org.freedesktop.impl.portal.Lockdown`)
/// @param mayAsk apps may ask for it; otherwise only what is stored counts
public record Policy(boolean locked, boolean mayAsk) {}
