package org.gatehouse.portal.consent;

/// One rule that was looked at, for whoever wants to know why.
///
/// @param rule what it is called
/// @param says what it says of the matter
/// @param decides whether the verdict is its
public record Step(String rule, String says, boolean decides) {}
