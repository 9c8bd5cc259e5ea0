package org.gatehouse.portal.location;

import java.util.function.Consumer;

/// GeoClue, and where there is none a position that the person wrote down.
///
/// @param fallback asked only where `first` is absent, not where it refused
record LocationSources(LocationSource first, LocationSource fallback) implements LocationSource {

    @Override
    public Start track(Wish wish, Consumer<Position> updates) throws InterruptedException {
        return switch (first.track(wish, updates)) {
            case Start.Started started -> started;
            case Start.Failed failed -> failed;
            case Start.Absent(var why) ->
                    switch (fallback.track(wish, updates)) {
                        case Start.Started started -> started;
                        case Start.Failed failed -> failed;
                        case Start.Absent(var also) -> new Start.Absent(why + "; " + also);
                    };
        };
    }
}
