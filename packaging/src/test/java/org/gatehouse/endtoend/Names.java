package org.gatehouse.endtoend;

/// Bus names and object paths that the tests call.
final class Names {

    static final String STORE = "org.freedesktop.impl.portal.PermissionStore";
    static final String STORE_PATH = "/org/freedesktop/impl/portal/PermissionStore";
    static final String PERMISSIONS1 = "org.gatehouse.Permissions1";
    static final String PORTAL = "org.freedesktop.portal.Desktop";
    static final String PORTAL_PATH = "/org/freedesktop/portal/desktop";
    static final String PROMPT = "org.freedesktop.impl.portal.desktop.gatehouse";
    static final String GTK = "org.freedesktop.impl.portal.desktop.gtk";
    static final String DOCUMENTS = "org.freedesktop.portal.Documents";
    static final String DOCUMENTS_PATH = "/org/freedesktop/portal/documents";

    private Names() {}
}
