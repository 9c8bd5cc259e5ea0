package org.gatehouse.settings;

/// What the person wants to hold from now on.
///
/// @param verdict allow, deny or ask
/// @param level `""` for the highest
/// @param lifespan `""` for the longest
/// @param until seconds since the epoch, for the lifespan until, else 0
public record Decision(Verdict verdict, String level, String lifespan, long until) {

    static final String UNTIL = "until";

    public static Decision deny() {
        return new Decision(Verdict.DENY, "", "", 0);
    }

    public static Decision ask() {
        return new Decision(Verdict.ASK, "", "", 0);
    }

    /// Allows again what was refused or undecided: as much as the app asked for, or as it had.
    public static Decision allow(GrantRow before) {
        var level = before.level().isEmpty() ? before.history().asked() : before.level();
        boolean over = before.lifespan().equals(UNTIL) || before.lifespan().equals("once");
        return new Decision(Verdict.ALLOW, level, over ? "" : before.lifespan(), 0);
    }

    /// The same grant with another degree.
    public static Decision withLevel(GrantRow before, String level) {
        return new Decision(Verdict.ALLOW, level, before.lifespan(), before.until());
    }

    /// The same grant for another time.
    ///
    /// @param now seconds since the epoch
    public static Decision withLifespan(
            GrantRow before, String lifespan, PermissionInfo permission, long now) {
        long until = lifespan.equals(UNTIL) ? now + permission.untilSeconds() : 0;
        return new Decision(Verdict.ALLOW, before.level(), lifespan, until);
    }
}
