package org.gatehouse.policy;

/// What a rule says where nothing else decides, narrowest first.
public enum PolicyVerdict {
    DENY,
    ASK,
    ALLOW
}
