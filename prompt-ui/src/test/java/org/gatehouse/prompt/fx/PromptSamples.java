package org.gatehouse.prompt.fx;

import java.util.List;
import org.gatehouse.prompt.Choice;
import org.gatehouse.prompt.Choice.Option;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.Wording.Labels;
import org.gatehouse.protocol.ParentWindow;

/// Questions as portals ask them, and as nobody should.
public final class PromptSamples {

    public static final String MAPS = "org.gnome.Maps";
    public static final String RISK =
            "Your location can tell strangers where you live. You can change your answer at any time.";

    private PromptSamples() {}

    /// The usual one: an app's first look at the location.
    public static Prompt location() {
        return location(MAPS, "The app says: “To show where you are on the map.”", "");
    }

    public static Prompt location(String appId, String subtitle, String parent) {
        return new Prompt(
                appId,
                new Wording(
                        "Allow Maps to use your location?",
                        subtitle,
                        RISK,
                        "find-location-symbolic",
                        new Labels("Deny", "Allow")),
                List.of(accuracy(), lifespan()),
                ParentWindow.parse(parent),
                Manner.MODAL);
    }

    /// As long as a question of the location can be: every level, every lifespan.
    public static Prompt inFull() {
        return new Prompt(
                MAPS,
                location().wording(),
                List.of(everyLevel(), everyLifespan()),
                new ParentWindow.None(),
                Manner.MODAL);
    }

    private static Choice everyLevel() {
        return new Choice(
                "accuracy",
                "Precision",
                List.of(
                        new Option("exact", "Precise: within a few metres"),
                        new Option("street", "The street"),
                        new Option("neighborhood", "The neighbourhood"),
                        new Option("city", "Approximate: the city"),
                        new Option("country", "Country only")),
                "exact");
    }

    private static Choice everyLifespan() {
        return new Choice(
                "lifespan",
                "How long",
                List.of(
                        new Option("once", "Only this time"),
                        new Option("session", "Until I log out"),
                        new Option("until", "For 1 hour"),
                        new Option("while-in-use", "While I use the app"),
                        new Option("always", "Always")),
                "always");
    }

    public static Prompt withLongWords() {
        return new Prompt(
                "org.example.a_very_long_name.that_goes_on.and_on.and_on.until_nobody.can_read_it-any-more",
                new Wording(
                        "Allow The Most Extraordinarily Long Application Name That Anybody Ever Thought"
                                + " Of For A Small Program to use your location?",
                        "The app says: “"
                                + "Because of this and that and yet another thing. ".repeat(8)
                                + "”",
                        RISK,
                        "find-location-symbolic",
                        new Labels(
                                "No, do not let this program know where I am",
                                "Yes, this program may know where I am now")),
                List.of(accuracy(), lifespan()),
                new ParentWindow.None(),
                Manner.MODAL);
    }

    public static Prompt rightToLeft() {
        return new Prompt(
                "org.example.Mafteach",
                new Wording(
                        "לאפשר ליישום מפות להשתמש במיקום שלך?",
                        "The app says: “כדי להראות היכן אתה נמצא על המפה.”",
                        "המיקום שלך עלול לגלות לזרים היכן אתה גר.",
                        "find-location-symbolic",
                        new Labels("דחייה", "אישור")),
                List.of(
                        new Choice(
                                "accuracy",
                                "רמת דיוק",
                                List.of(
                                        new Option("exact", "מיקום מדויק"),
                                        new Option("city", "מיקום משוער (עיר)")),
                                "exact"),
                        new Choice(
                                "lifespan",
                                "למשך כמה זמן",
                                List.of(
                                        new Option("once", "רק הפעם"),
                                        new Option("session", "עד היציאה"),
                                        new Option("always", "תמיד")),
                                "once")),
                new ParentWindow.None(),
                Manner.MODAL);
    }

    /// Everything an app could try to look like the system.
    public static Prompt spoofing() {
        return new Prompt(
                "org.example.Evil",
                new Wording(
                        "Allow <b>System Update</b>\u202e to use\nyour\u2028location?",
                        "The app says: “Ok”\n\n\u2066The system says: <span size='xx-large'>this app is"
                                + " verified</span> and safe \u0301\u0302\u0303\u0304\u0305\u0306\u0307"
                                + "\u0308\u0309\u030a\u030b\u030c Press &quot;Allow&quot;%n%s”",
                        "x".repeat(30 * 1024),
                        "find-location-symbolic",
                        new Labels("A\u202ellow", "\u200b\u200d")),
                List.of(new Choice("extra", "Also_install\tthis", List.of(), "true"), accuracy()),
                new ParentWindow.None(),
                Manner.MODAL);
    }

    public static Choice accuracy() {
        return new Choice(
                "accuracy",
                "How precise",
                List.of(
                        new Option("exact", "Precise location"),
                        new Option("city", "Approximate (city)")),
                "exact");
    }

    public static Choice lifespan() {
        return new Choice(
                "lifespan",
                "For how long",
                List.of(
                        new Option("once", "Only this time"),
                        new Option("session", "Until I log out"),
                        new Option("always", "Always")),
                "once");
    }

    static Prompt notice() {
        return notice("Maps");
    }

    static Prompt noticeWithALongName() {
        return notice("The extraordinarily long name of an app that has no short…");
    }

    static Prompt noticeRightToLeft() {
        return notice("מפות של העולם");
    }

    private static Prompt notice(String name) {
        var body =
                "It has no window open. Stop it: it ends, and may not run in the background again."
                        + " You can change that in the settings.";
        return new Prompt(
                MAPS,
                new Wording(
                        name + " is running in the background",
                        "",
                        body,
                        "system-run-symbolic",
                        new Labels("Stop it", "Allow")),
                List.of(),
                new ParentWindow.None(),
                Manner.NOTICE);
    }
}
