package org.gatehouse.prompt;

import org.gatehouse.prompt.Prompt.Manner;
import org.gatehouse.protocol.ParentWindow;

/// How a question stands among the windows of the desktop.
///
/// @param appId the id that the portal found out, `""` if it found none
/// @param parentWindow as the app says, unchecked
public record Standing(String appId, ParentWindow parentWindow, Manner manner) {}
