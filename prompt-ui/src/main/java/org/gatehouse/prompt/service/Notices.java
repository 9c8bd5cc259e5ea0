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

    Prompt runsInTheBackground(String appId, String name) {
        var called = apps.name(appId).orElseGet(() -> Sanitiser.line(name, "An unknown app"));
        return new Prompt(
                appId,
                new Wording(
                        Sanitiser.line(called, "") + " is running in the background",
                        "",
                        BODY,
                        "system-run-symbolic",
                        new Labels("Stop it", "Allow")),
                List.of(),
                new ParentWindow.None(),
                Manner.NOTICE);
    }
}
