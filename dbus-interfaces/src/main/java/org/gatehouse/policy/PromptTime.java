package org.gatehouse.policy;

/// When a question may be shown, narrowest first.
public enum PromptTime {
    /// Never: only what is stored or laid down counts.
    NEVER,
    /// Not by a request: the question waits in the list until the person opens it.
    DEFERRED,
    /// When the app is installed; a request before the answer waits in the list.
    INSTALL,
    /// When the app first uses it.
    FIRST_USE
}
