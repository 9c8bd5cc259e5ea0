package org.gatehouse.prompt.service;

import java.util.List;
import org.gatehouse.prompt.Prompt;
import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.prompt.Sanitiser;
import org.gatehouse.prompt.Wording;
import org.gatehouse.prompt.Wording.Labels;
import org.gatehouse.prompt.desktop.InstalledApps;
import org.gatehouse.protocol.ParentWindow;

/// The words of the notices.
///
/// The app is called as it is installed; only one that is not gets the name that the portal gives.
///
/// Threads: any; reads files.
record Notices(InstalledApps apps) {

    private static final String BODY =
            "It has no window open. Stop it: it ends, and may not run in the background again."
                    + " You can change that in the settings.";

    /// So long that what the app does is always seen beside its name.
    private static final int LONGEST_NAME = 60;

    Prompt runsInTheBackground(String appId, String name) {
        var called = apps.name(appId).orElseGet(() -> Sanitiser.line(name, "An unknown app"));
        return new Prompt(
                appId,
                new Wording(
                        shortened(called) + " is running in the background",
                        "",
                        BODY,
                        "system-run-symbolic",
                        new Labels("Stop it", "Allow")),
                List.of(),
                new ParentWindow.None(),
                Manner.NOTICE);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
    }
}
