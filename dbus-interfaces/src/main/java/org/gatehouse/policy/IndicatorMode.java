package org.gatehouse.policy;

/// When a notification tells that an app uses something.
public enum IndicatorMode {
    NEVER,
    /// When the app has no visible window; once per app and login.
    BACKGROUND,
    /// Each time a use begins.
    ALWAYS
}
