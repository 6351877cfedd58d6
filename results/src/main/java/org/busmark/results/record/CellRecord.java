package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One cell over all its rounds. Figures are those of the runs that are not INVALID; the runs themselves keep theirs.
 *
 * @param cellId hash of the resolved specification
 * @param messageBytes whole payload, header included
 * @param verdict the worst of the runs
 * @param reasons those of the runs, with the rounds that have them
 * @param response null in the closed loop
 * @param ledger sum over all runs, INVALID ones included; null when no run was counted
 * @param runs by round
 * @param benchmark simple name of the JMH benchmark
 * @param pacerError null where nothing is on a schedule
 * @param jitter how late the machine let a sleeping thread run
 * @param work how it was done, by the names of a workload file, such as {@code partitions}; empty in older files
 */
public record CellRecord(
        String cellId,
        String bus,
        String workload,
        Guarantee guarantee,
        Rate rate,
        int messageBytes,
        Verdict verdict,
        List<String> reasons,
        Throughput throughput,
        @Nullable SeriesRecord response,
        @Nullable SeriesRecord service,
        @Nullable SeriesRecord ack,
        @Nullable SeriesRecord pacingLag,
        @Nullable SeriesRecord blocked,
        @Nullable LedgerRecord ledger,
        @Nullable CostRecord cost,
        List<RunRecord> runs,
        String benchmark,
        @Nullable SeriesRecord pacerError,
        @Nullable SeriesRecord jitter,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> work) {
    public CellRecord {
        reasons = List.copyOf(reasons);
        runs = List.copyOf(runs);
        work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs is empty: " + cellId);
        }
    }

    /** What was measured, without the figures. */
    public CellCoordinates coordinates() {
        return new CellCoordinates(cellId, bus, workload, guarantee, rate, messageBytes, benchmark, work);
    }

    /** How messages are offered. */
    public Load load() {
        return Load.of(rate, benchmark);
    }

    /** That series; null when it was not measured. */
    public @Nullable SeriesRecord series(SeriesKind kind) {
        return switch (kind) {
            case RESPONSE -> response;
            case SERVICE -> service;
            case ACK -> ack;
            case PACING_LAG -> pacingLag;
            case BLOCKED -> blocked;
            case PACER_ERROR -> pacerError;
            case JITTER -> jitter;
        };
    }
}
