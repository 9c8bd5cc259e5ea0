package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.UnixFd;
import org.gatehouse.protocol.PortalException;

/// What settings apps and tools call: `org.gatehouse.Permissions1`, version 1.
final class Permissions1Face implements Permissions1 {

    static final String NAME = "org.gatehouse.Permissions1";
    static final String PATH = "/org/gatehouse/Permissions1";
    static final int VERSION = 1;

    @Override
    public List<Map<String, Variant<?>>> ListClasses() {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> ListApps(Map<String, Variant<?>> which) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public GrantList ListGrants(Map<String, Variant<?>> which) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public UInt64 Set(
            String permission_class,
            String kind,
            String app,
            Map<String, Variant<?>> grant,
            UInt64 based_on) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public UInt64 Revoke(Map<String, Variant<?>> which, UInt64 based_on) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public UInt64 Forget(Map<String, Variant<?>> which, UInt64 based_on) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public UInt64 Undo(UInt64 sequence) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public Map<String, Variant<?>> LastChange() {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> ListDeferred() {
        throw PortalException.failed("not served yet");
    }

    @Override
    public UInt64 AnswerDeferred(UInt64 question, Map<String, Variant<?>> answer) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> Ledger(
            Map<String, Variant<?>> filter, UInt64 before, UInt32 count) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> UseByDay(Map<String, Variant<?>> which, UInt32 days) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> ListUsage() {
        throw PortalException.failed("not served yet");
    }

    @Override
    public Explanation Explain(
            String permission_class, String kind, String app, Map<String, Variant<?>> options) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public void Export(UnixFd file) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public ImportResult Import(UnixFd file, Map<String, Variant<?>> options) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public void SetSituation(String situation, boolean active) {
        throw PortalException.failed("not served yet");
    }

    @Override
    public List<Map<String, Variant<?>>> Diagnose() {
        throw PortalException.failed("not served yet");
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
