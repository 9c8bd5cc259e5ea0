package org.gatehouse.settings.fx;

import org.gatehouse.settings.Phrases;
import org.gatehouse.settings.SettingsSession;

/// What every page works with.
record Desk(SettingsSession session, AppIcons icons, Phrases phrases) {}
