package org.gatehouse.prompt.fx;

import static java.util.Objects.requireNonNull;

import javafx.scene.Scene;

/// What the windows of Gatehouse have in common: the colours, light or dark as the desktop is, and
/// the rules that they share.
public final class Looks {

    private static final String PALETTE = file(Looks.class, "palette.css");

    private Looks() {}

    /// Gives a window the common looks and a style sheet of its own.
    ///
    /// @param owner the class beside which the sheet lies
    public static void dress(Scene scene, Class<?> owner, String sheet) {
        scene.getStylesheets().addAll(PALETTE, file(owner, sheet));
    }

    private static String file(Class<?> owner, String name) {
        return requireNonNull(owner.getResource(name)).toExternalForm();
    }
}
