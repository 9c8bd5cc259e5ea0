package org.gatehouse.prompt.fx.files;

import org.gatehouse.prompt.desktop.AppCard;
import org.gatehouse.prompt.files.FileQuestion;

/// A question and the app that asks it.
record Asked(FileQuestion question, AppCard app) {}
