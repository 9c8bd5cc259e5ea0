package org.gatehouse.prompt.fx.files;

import org.gatehouse.prompt.desktop.AppCard;
import org.gatehouse.prompt.files.ChooserMemory;
import org.gatehouse.prompt.files.FileQuestion;

/// A question, the app that asks it, and what is remembered of the last time it asked.
record Asked(FileQuestion question, AppCard app, ChooserMemory memory) {}
