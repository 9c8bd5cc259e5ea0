package org.gatehouse.settings;

/// What holds for one permission of one app.
///
/// @param name of the app, fit to be shown
/// @param level id of the degree, `""` where there is none
/// @param lifespan its word, such as `while-in-use`
/// @param until seconds since the epoch, for the lifespan until
/// @param history how it came about and was used
/// @param implied given by policy to an app that was built for an older system
/// @param inUse at this moment
public record GrantRow(
        GrantKey key,
        String name,
        Verdict verdict,
        String level,
        String lifespan,
        long until,
        History history,
        boolean implied,
        boolean inUse) {

    /// How a grant came about and was used.
    ///
    /// @param decidedBy person, policy, import, administrator or tool
    /// @param reason the app's own words, fit to be shown, `""` if it gave none
    /// @param asked degree that the app asked for, `""` if unknown
    /// @param decided seconds since the epoch, 0 if unknown
    /// @param lastUse seconds since the epoch, 0 for never
    public record History(
            String decidedBy, String reason, String asked, long decided, long lastUse, long uses) {

        static final History NONE = new History("", "", "", 0, 0, 0);
    }

    /// Nothing was decided.
    public static GrantRow undecided(GrantKey key, String name) {
        return new GrantRow(key, name, Verdict.ASK, "", "", 0, History.NONE, false, false);
    }

    public boolean isAllowed() {
        return verdict == Verdict.ALLOW;
    }

    /// As it would be once a decision is carried out.
    GrantRow after(Decision decision) {
        return new GrantRow(
                key,
                name,
                decision.verdict(),
                decision.level(),
                decision.lifespan(),
                decision.until(),
                history,
                false,
                inUse && decision.verdict() == Verdict.ALLOW);
    }
}
