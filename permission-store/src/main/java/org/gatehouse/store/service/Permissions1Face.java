package org.gatehouse.store.service;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.Permissions1;
import org.gatehouse.bus.UnixFd;

/// What settings apps and tools call: `org.gatehouse.Permissions1`, version 1.
///
/// Threads: the sender's queue, which may wait.
final class Permissions1Face implements Permissions1 {

    static final String NAME = "org.gatehouse.Permissions1";
    static final String PATH = "/org/gatehouse/Permissions1";
    static final int VERSION = 1;

    private final Views views;
    private final Edits edits;
    private final SituationSwitch situations;
    private final Exchange exchange;
    private final Inspection inspection;
    private final InstanceStops stops;

    /// One collaborator for each sort of call, and nothing else: hence so many.
    Permissions1Face(
            Views views,
            Edits edits,
            SituationSwitch situations,
            Exchange exchange,
            Inspection inspection,
            InstanceStops stops) {
        this.views = views;
        this.edits = edits;
        this.situations = situations;
        this.exchange = exchange;
        this.inspection = inspection;
        this.stops = stops;
    }

    @Override
    public List<Map<String, Variant<?>>> ListClasses() {
        return views.classes();
    }

    @Override
    public List<Map<String, Variant<?>>> ListApps(Map<String, Variant<?>> which) {
        return views.apps(which);
    }

    @Override
    public GrantList ListGrants(Map<String, Variant<?>> which) {
        return views.grants(which);
    }

    @Override
    public UInt64 Set(
            String permission_class,
            String kind,
            String app,
            Map<String, Variant<?>> grant,
            UInt64 based_on) {
        return edits.set(permission_class, kind, app, grant, based_on);
    }

    @Override
    public UInt64 Revoke(Map<String, Variant<?>> which, UInt64 based_on) {
        return edits.revoke(which, based_on);
    }

    @Override
    public UInt64 Forget(Map<String, Variant<?>> which, UInt64 based_on) {
        return edits.forget(which, based_on);
    }

    @Override
    public UInt64 Undo(UInt64 sequence) {
        return edits.undo(sequence);
    }

    @Override
    public Map<String, Variant<?>> LastChange() {
        return views.lastChange();
    }

    @Override
    public List<Map<String, Variant<?>>> ListDeferred() {
        return views.deferred();
    }

    @Override
    public UInt64 AnswerDeferred(UInt64 question, Map<String, Variant<?>> answer) {
        return edits.answer(question, answer);
    }

    @Override
    public List<Map<String, Variant<?>>> Ledger(
            Map<String, Variant<?>> filter, UInt64 before, UInt32 count) {
        return views.ledger(filter, before, count);
    }

    @Override
    public List<Map<String, Variant<?>>> UseByDay(Map<String, Variant<?>> which, UInt32 days) {
        return views.useByDay(which, days);
    }

    @Override
    public List<Map<String, Variant<?>>> ListUsage() {
        return views.usage();
    }

    @Override
    public List<Map<String, Variant<?>>> ListInstances(Map<String, Variant<?>> which) {
        return views.instances(which);
    }

    @Override
    @SuppressWarnings("NullAway") // a detached call's return value does not count
    public UInt32 StopInstances(Map<String, Variant<?>> which) {
        return stops.stop(which);
    }

    @Override
    @SuppressWarnings("NullAway") // as in StopInstances
    public Explanation Explain(
            String permission_class, String kind, String app, Map<String, Variant<?>> options) {
        return inspection.explain(permission_class, kind, app, options);
    }

    @Override
    public void Export(UnixFd file) {
        exchange.export(file);
    }

    @Override
    public ImportResult Import(UnixFd file, Map<String, Variant<?>> options) {
        return exchange.take(file, options);
    }

    @Override
    public void SetSituation(String situation, boolean active) {
        situations.set(situation, active);
    }

    @Override
    @SuppressWarnings("NullAway") // as in StopInstances
    public List<Map<String, Variant<?>>> Diagnose() {
        return inspection.diagnose();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
