package org.gatehouse;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.TypeRef;
import org.freedesktop.dbus.annotations.DBusProperty;
import org.freedesktop.dbus.annotations.DBusProperty.Access;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;
import org.gatehouse.bus.BusSignal;
import org.gatehouse.bus.Out;
import org.gatehouse.bus.UnixFd;

/// What settings apps and command-line tools see and change: classes of permission, apps, grants,
/// deferred questions, use, the ledger.
///
/// Bus name the same, path `/org/gatehouse/Permissions1`, version 1. Only host programs of the same
/// user; everybody else gets `org.freedesktop.DBus.Error.AccessDenied`. Every change is in the
/// ledger with process id and executable.
///
/// Words. A *class* is the id of a kind of permission, such as `location`. A *kind* is what
/// confines an app: `flatpak`, `snap`, `linyaps`, `click` or `host`; `""` stands for a row of the
/// permission store that a tool wrote, which names no kind and holds for every one. An *app* is an
/// app id. Times are seconds since the epoch, `t`; 0 is never. Unknown keys are ignored; a key of
/// the wrong type is `org.freedesktop.portal.Error.InvalidArgument`, an unknown class
/// `org.freedesktop.portal.Error.NotFound`.
///
/// A `which` says what is meant by any of the keys `class`, `kind`, `app` `s`; an absent key means
/// all. Where something is changed, `class` or `app` must be there.
///
/// Conflicts. Every list carries the number of the newest ledger record that it was made from. Each
/// change takes such a number as `based_on`: if what it would change has been changed since, it is
/// refused with `org.gatehouse.Error.Conflict` and nothing is done. 0 changes unconditionally.
///
/// Properties: `Status` `s` `good`, `restored` from a copy after damage, `lost` with nothing to
/// restore it from, or `unwritable`; `Situations` `as` the situations that forbid questions now,
/// with PropertiesChanged.
@DBusProperty(name = "version", type = UInt32.class, access = Access.READ)
@DBusProperty(name = "Status", type = String.class, access = Access.READ)
@DBusProperty(name = "Situations", type = Permissions1.Words.class, access = Access.READ)
public interface Permissions1 extends DBusInterface {

    /// The classes, in the order in which they are best shown.
    ///
    /// Keys: `class`, `name`, `description`, `icon` (symbolic name), `usage` (common, reserved,
    /// internal), `confirmation` (implicit, explicit, provider), `default` (ask, allow, deny) `s`;
    /// `risks` (privacy, money, safety, integrity), `lifespans` (once, session, until,
    /// while-in-use, always) `as`; `levels` `a(ss)` id and label, least first, empty where there is
    /// only yes and no; `level-label` `s` what the levels are called; `table`, `id` `s` where the
    /// store keeps it; `until-seconds` `u` how long *until* is in a question; `retired` `b` allowed
    /// for everybody and never asked.
    @Out("classes")
    List<Map<String, Variant<?>>> ListClasses();

    /// Apps that hold, asked for or were refused something, by name.
    ///
    /// Keys: `kind`, `app`, `name` (the id where none is known), `icon` (a name or an absolute
    /// path), `version` (`""` if unknown) `s`; `installed`, `in-use` `b`; `allowed`, `denied` `u`
    /// numbers of grants; `last-use` `t`.
    ///
    /// @param which see above
    @Out("apps")
    List<Map<String, Variant<?>>> ListApps(Map<String, Variant<?>> which);

    /// What holds for apps, with all details.
    ///
    /// Keys: `class`, `kind`, `app`, `name` `s`; `verdict` `s` allow, deny, ask, or unclear for a
    /// row that cannot be understood; `level` `s` id of the level, `""` where there is none;
    /// `lifespan` `s`; `until` `t` for lifespan until; `decided-by` `s` person, policy, import,
    /// administrator, tool; `reason` `s` the app's own words; `accuracy` `s` level that was asked
    /// for; `decided`, `last-use`, `uses` `t`; `implied` `b` given by policy to an app built for an
    /// older level; `in-use` `b`; `words` `as` the row as the store has it.
    ///
    /// @param which see above
    GrantList ListGrants(Map<String, Variant<?>> which);

    /// Decides for one app, in the person's place.
    ///
    /// @param kind of the app; `""` writes a row that holds for every kind
    /// @param grant `verdict` `s` allow, deny or ask, mandatory; `level` `s`, the highest if
    ///   absent; `lifespan` `s` session, until, while-in-use, always, the last if absent; `until`
    ///   `t`, mandatory for until. *ask* is stored where the class knows it and forgets elsewhere
    /// @return the number of the ledger record
    @Out("sequence")
    UInt64 Set(
            String permission_class,
            String kind,
            String app,
            Map<String, Variant<?>> grant,
            UInt64 based_on);

    /// Takes permissions back: what was allowed is refused from now on, without a question. All at
    /// once, or nothing.
    ///
    /// @param which see above; with `class` and `app` the refusal is stored even if nothing was
    /// @return the number of the ledger record; 0 if there was nothing to take back
    @Out("sequence")
    UInt64 Revoke(Map<String, Variant<?>> which, UInt64 based_on);

    /// Removes decisions, so that the next use asks again.
    ///
    /// @param which see above
    /// @return the number of the ledger record; 0 if there was nothing to forget
    @Out("sequence")
    UInt64 Forget(Map<String, Variant<?>> which, UInt64 based_on);

    /// Takes one change back: what it changed becomes what it was before.
    ///
    /// @param sequence the number of the change; 0 for the newest that can be undone
    /// @return the number of the new ledger record
    /// @throws org.gatehouse.protocol.PortalException `NotFound` if it cannot be undone (any more),
    ///   `Conflict` if what it changed has been changed since
    @Out("sequence")
    UInt64 Undo(UInt64 sequence);

    /// The newest change that can be undone, or nothing.
    ///
    /// Keys: `sequence`, `time` `t`; `text` `s`, one line for people.
    @Out("change")
    Map<String, Variant<?>> LastChange();

    /// Questions that wait for an answer, oldest first.
    ///
    /// Keys: `question` `t` its number; `class`, `kind`, `app`, `name`, `level` (asked for),
    /// `reason` (the app's own words), `why` (why it was not asked: a situation, `nobody`,
    /// `policy`) `s`; `time` `t` when it was asked last; `times` `u` how often.
    @Out("questions")
    List<Map<String, Variant<?>>> ListDeferred();

    /// Answers a question that waits.
    ///
    /// @param answer as in [#Set]; or `verdict` dismiss, which only takes it off the list
    /// @return the number of the ledger record
    @Out("sequence")
    UInt64 AnswerDeferred(UInt64 question, Map<String, Variant<?>> answer);

    /// Ledger records, newest first.
    ///
    /// Keys: `sequence`, `time` `t`; `event` `s` asked, granted, denied, dismissed, deferred, used,
    /// paused, resumed, stopped, started (at login), ran (without a window), set, revoked,
    /// forgotten, expired, lapsed (nobody used it, so the next use asks again), imported, undone,
    /// changed (by a tool, in the permission store itself); `class`, `kind`, `app`, `name`,
    /// `table`, `id`, `text` `s`; `pid` `u` and `executable` `s` who did it; `intact` `b` false
    /// where the chain of hashes is broken.
    ///
    /// @param filter a `which`, and `events` `as`, `since`, `until` `t`
    /// @param before only records with a smaller number; 0 for the newest
    /// @param count 1 to 1,000
    @Out("records")
    List<Map<String, Variant<?>>> Ledger(
            Map<String, Variant<?>> filter, UInt64 before, UInt32 count);

    /// How often what was used, for a chart.
    ///
    /// Keys: `day` `t` its first second in the local time of the service; `class` `s`; `uses` `u`.
    ///
    /// @param which see above
    /// @param days how many days up to today, 1 to 366
    @Out("days")
    List<Map<String, Variant<?>>> UseByDay(Map<String, Variant<?>> which, UInt32 days);

    /// Who uses what at this moment.
    ///
    /// Keys: `class`, `kind`, `app`, `name`, `state` (active, paused) `s`; `since` `t`.
    @Out("uses")
    List<Map<String, Variant<?>>> ListUsage();

    /// What of confined apps runs now, longest first, and of host programs that are installed as
    /// apps. None without Gatehouse's portal.
    ///
    /// Keys: `kind`, `app`, `name`, `instance` (the portal's id of it, opaque), `state`
    /// (`background` without a window, `open` with one, `active` it has the focus, `unknown` where
    /// nobody tells), `message` (the app's own words for what it does, `""` if none) `s`; `since`
    /// `t`; `at-login` `b` started by its autostart entry.
    ///
    /// @param which keys `kind`, `app`, `instance` `s`; an absent key means all
    @Out("instances")
    List<Map<String, Variant<?>>> ListInstances(Map<String, Variant<?>> which);

    /// Ends what runs: asks it to end, and ends it after 10 s. Changes no grant.
    ///
    /// Needs Gatehouse's portal; without it `org.freedesktop.portal.Error.Failed`. In the ledger it
    /// is `stopped`.
    ///
    /// @param which as in [#ListInstances]; `app` or `instance` must be there
    /// @return how many instances are asked to end
    /// @throws org.gatehouse.protocol.PortalException `NotFound` if nothing of it runs
    @Out("stopping")
    UInt32 StopInstances(Map<String, Variant<?>> which);

    /// The verdict that a request of an app would get now, and why; nothing is asked or written.
    ///
    /// Needs Gatehouse's portal; without it `org.freedesktop.portal.Error.Failed`.
    ///
    /// @param options `level` `s` asked for, the highest if absent; `reason` `s`; `runtime` `s` the
    ///   runtime's branch that the app was built for
    Explanation Explain(
            String permission_class, String kind, String app, Map<String, Variant<?>> options);

    /// Writes everything that is kept as one JSON document; see the file's own documentation.
    ///
    /// @param file open for writing; written from its offset on
    void Export(UnixFd file);

    /// Takes over what an export says, whole or not at all.
    ///
    /// @param file open for reading
    /// @param options `check` `b` only say what would change
    /// @return how many grants changed, and the number of the ledger record, 0 if nothing changed
    /// @throws org.gatehouse.protocol.PortalException `InvalidArgument` with line and column
    ImportResult Import(UnixFd file, Map<String, Variant<?>> options);

    /// Says that the person cannot be asked now, or can again.
    ///
    /// @param situation a word such as driving, presentation or locked: `[a-z][a-z0-9-]{0,63}`
    void SetSituation(String situation, boolean active);

    /// How Gatehouse is, check by check.
    ///
    /// Keys: `check`, `state` (good, warning, bad), `text`, `advice` (what to do, `""` if nothing)
    /// `s`.
    @Out("checks")
    List<Map<String, Variant<?>>> Diagnose();

    /// The type of `Situations`.
    interface Words extends TypeRef<List<String>> {}

    /// Grants and the state that they were read in.
    record GrantList(List<Map<String, Variant<?>>> grants, UInt64 sequence) {}

    /// What would happen.
    ///
    /// @param verdict allow, deny, ask or defer
    /// @param steps keys `rule`, `says` `s` and `decides` `b`, in the order in which they were
    ///   looked at
    record Explanation(String verdict, List<Map<String, Variant<?>>> steps) {}

    /// What an import did.
    record ImportResult(UInt32 changed, UInt64 sequence) {}

    /// What holds for an app has changed, by whatever tool.
    ///
    /// @param grant as in [#ListGrants]; empty if nothing holds any more
    /// @param sequence the number of the ledger record
    record GrantChanged(
            String permission_class,
            String kind,
            String app,
            Map<String, Variant<?>> grant,
            UInt64 sequence)
            implements BusSignal {}

    /// There are records up to this number. Sent at most ten times a second.
    record LedgerAppended(UInt64 sequence) implements BusSignal {}

    /// An app has begun, paused, resumed or ended the use of something.
    ///
    /// @param state active, paused or ended
    record UsageChanged(String permission_class, String kind, String app, String state)
            implements BusSignal {}

    /// What [#ListInstances] answers has changed. Sent at most ten times a second.
    record InstancesChanged() implements BusSignal {}

    /// The list of questions that wait has changed.
    ///
    /// @param waiting how many there are
    record DeferredChanged(UInt32 waiting) implements BusSignal {}
}
