package org.gatehouse.portal.indicator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.portal.app.DesktopFiles;
import org.gatehouse.portal.app.InstalledApp;
import org.gatehouse.portal.consent.PlainText;
import org.gatehouse.portal.indicator.Notice.Place;
import org.gatehouse.portal.use.UseListener;
import org.gatehouse.portal.window.InUse;

/// Tells the person that an app has begun to use something, as the policy says: always, never, or
/// when the app has no visible window, which is told once per app and login.
///
/// Threads: any; looks at windows on a virtual thread.
@Singleton
final class UseIndicator implements UseListener {

    private final PolicyFiles policy;
    private final InUse inUse;
    private final DesktopFiles apps;
    private final Notices notices;
    private final Set<AppUse> told = ConcurrentHashMap.newKeySet();

    @Inject
    UseIndicator(PolicyFiles policy, InUse inUse, DesktopFiles apps, Notices notices) {
        this.policy = policy;
        this.inUse = inUse;
        this.apps = apps;
        this.notices = notices;
    }

    @Override
    public void changed(AppUse use, State state) {
        if (state == State.ACTIVE) {
            Thread.startVirtualThread(() -> began(use));
        }
    }

    private void began(AppUse use) {
        boolean tell =
                switch (policy.rules().indicator()) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case BACKGROUND -> !inUse.holds(use.key()) && told.add(use);
                };
        if (tell) {
            notices.show(notice(use));
        }
    }

    private Notice notice(AppUse use) {
        var permission = use.permission();
        var words = List.of(permission.id(), use.key().kind(), use.key().app());
        return new Notice(
                name(use)
                        + " is using your "
                        + permission.wording().name().toLowerCase(Locale.ROOT),
                "",
                permission.wording().icon(),
                "Settings",
                new Place("show-grant", words));
    }

    private String name(AppUse use) {
        var id = use.key().app();
        var name = PlainText.of(apps.find(id).map(InstalledApp::name).orElse(""));
        if (!name.isEmpty()) {
            return name;
        }
        return id.isEmpty() ? "A program" : id;
    }
}
