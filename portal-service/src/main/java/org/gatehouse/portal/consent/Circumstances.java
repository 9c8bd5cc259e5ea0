package org.gatehouse.portal.consent;

import java.util.Optional;
import org.gatehouse.policy.Ruling;

/// What holds at the moment of a request, beside who asks for what.
///
/// @param locked the resource is switched off for everybody
///   (`org.freedesktop.impl.portal.Lockdown`)
/// @param ruling what the policy lays down for this class and app
/// @param situation the situation that forbids questions now; empty if none does
/// @param canShow there is somebody who could show a question
public record Circumstances(
        boolean locked, Ruling ruling, Optional<String> situation, boolean canShow) {

    /// These, for a question that was to wait for the installation, which is now.
    Circumstances atInstallation() {
        return new Circumstances(locked, ruling.atInstallation(), situation, canShow);
    }
}
