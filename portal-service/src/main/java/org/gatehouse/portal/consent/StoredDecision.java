package org.gatehouse.portal.consent;

import java.util.List;
import org.gatehouse.catalogue.Lifespan;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.catalogue.RowMeaning;

/// What the permission store holds for one app and one resource.
public sealed interface StoredDecision {

    /// What a row says.
    ///
    /// @param covers the rank that the decision answered, see [Granted]
    /// @param lifespan how long it holds, should it be a grant
    static StoredDecision of(
            PermissionClass permission, List<String> row, int covers, Lifespan lifespan) {
        return switch (permission.row().form().read(permission, row)) {
            case RowMeaning.Unset() -> new Unset();
            case RowMeaning.Garbled() -> new Garbled();
            case RowMeaning.Refused() -> new Refused();
            case RowMeaning.AskEachTime() -> new AskEachTime();
            case RowMeaning.Allowed(int rank) ->
                    new Granted(rank, Math.max(rank, covers), lifespan);
        };
    }

    /// This, should it be a grant until a time.
    default StoredDecision until(long time) {
        return this;
    }

    /// Nothing.
    record Unset() implements StoredDecision {}

    /// A row that cannot be understood: counts as unset and stays until a person decides.
    record Garbled() implements StoredDecision {}

    /// A person, a tool or an administrator said no.
    record Refused() implements StoredDecision {}

    /// Granted up to a level.
    ///
    /// @param rank the level, ≥ 1
    /// @param covers the highest rank that was asked for when this was decided, ≥ `rank`: asking
    ///   for no more than that is not asked again. A row that a tool wrote covers everything.
    /// @param lifespan how long it holds
    /// @param until seconds since the epoch, for one that holds until a time; else 0
    record Granted(int rank, int covers, Lifespan lifespan, long until) implements StoredDecision {

        public Granted(int rank, int covers, Lifespan lifespan) {
            this(rank, covers, lifespan, 0);
        }

        @Override
        public Granted until(long time) {
            return new Granted(rank, covers, lifespan, time);
        }
    }

    /// To be asked each time.
    record AskEachTime() implements StoredDecision {}

    /// There is no permission store: everything counts as unset, and nothing is allowed unasked.
    record NoStore() implements StoredDecision {}

    /// The store is there and failed or was too slow: nothing is allowed.
    record Unreadable() implements StoredDecision {}
}
