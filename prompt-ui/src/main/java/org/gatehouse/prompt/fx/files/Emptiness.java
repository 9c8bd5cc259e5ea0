package org.gatehouse.prompt.fx.files;

import org.gatehouse.prompt.files.Spot;

/// Why there is nothing to see.
final class Emptiness {

    private Emptiness() {}

    static String of(Chooser chooser) {
        if (chooser.spot() instanceof Spot.Recent) {
            return "No files have been used lately";
        }
        if (!chooser.hasHiddenRest()) {
            return "This folder is empty";
        }
        return chooser.view().filter().isPresent()
                ? "Nothing here is what the app asks for. Choose another filter to see the rest."
                : "Everything here is hidden. Ctrl+H shows it.";
    }
}
