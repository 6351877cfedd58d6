package org.busmark.results.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code progress.json}: what a campaign found so far beside its runs, written anew at every change.
 *
 * @param schemaVersion {@link RunDocument#SCHEMA_VERSION}
 * @param sessions processes that worked on it, one after the other
 * @param environment of the last session; stolen and elapsed time are those of all sessions together
 * @param buses those that were started or could not be had
 * @param capacities those that were searched for to the end
 * @param walkthroughs those that were taken
 */
public record ProgressRecord(
        int schemaVersion,
        List<Session> sessions,
        EnvironmentRecord environment,
        List<BusRecord> buses,
        List<CapacityRecord> capacities,
        List<WalkthroughRecord> walkthroughs) {
    /** Nothing yet. */
    public static final ProgressRecord NONE = new ProgressRecord(
            RunDocument.SCHEMA_VERSION, List.of(), EnvironmentRecord.UNKNOWN, List.of(), List.of(), List.of());

    public ProgressRecord {
        sessions = List.copyOf(sessions);
        buses = List.copyOf(buses);
        capacities = List.copyOf(capacities);
        walkthroughs = List.copyOf(walkthroughs);
    }

    /**
     * One process that worked on the campaign, from its start to its end.
     *
     * @param commit of the harness; null when it is not known
     */
    public record Session(Instant startedAt, @Nullable String commit) {}

    /** With one session more. */
    public ProgressRecord with(Session session) {
        return new ProgressRecord(
                schemaVersion, appended(sessions, session), environment, buses, capacities, walkthroughs);
    }

    /** On this machine. */
    public ProgressRecord with(EnvironmentRecord machine) {
        return new ProgressRecord(schemaVersion, sessions, machine, buses, capacities, walkthroughs);
    }

    /** With these buses instead. */
    public ProgressRecord withBuses(List<BusRecord> known) {
        return new ProgressRecord(schemaVersion, sessions, environment, known, capacities, walkthroughs);
    }

    /** With one capacity more. */
    public ProgressRecord with(CapacityRecord capacity) {
        return new ProgressRecord(
                schemaVersion, sessions, environment, buses, appended(capacities, capacity), walkthroughs);
    }

    /** With these walkthroughs too. */
    public ProgressRecord withWalkthroughs(List<WalkthroughRecord> more) {
        List<WalkthroughRecord> all = new ArrayList<>(walkthroughs);
        all.addAll(more);
        return new ProgressRecord(schemaVersion, sessions, environment, buses, capacities, all);
    }

    private static <T> List<T> appended(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
