package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Disturbance;
import org.busmark.ledger.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One run: one cell once, in one round.
 *
 * @param round from 1
 * @param reasons why the verdict is not VALID, in words with limit and value
 * @param throughputPerSecond messages delivered a second; null when nothing was measured
 * @param response null in the closed loop
 * @param ledger null when the fork died before it could be counted
 * @param histogramFiles one interval log a series, relative to the run's folder, values in nanoseconds
 * @param disturbances how often each happened
 * @param disturbanceLines the first of them in words, in order of time; empty in older files
 * @param clientVersion of the client library; null when the fork died before it knew
 * @param brokerVersion as the broker itself says; null where there is no broker
 * @param settings native name to value, as the bus reported them, in the order to print; no secrets
 * @param pacerError null where nothing is on a schedule
 * @param jitter how late the machine let a sleeping thread run
 * @param backlog several times a second, in order of time; null when it was not watched
 * @param stolenCpuShare of all processors' time while measuring, taken by the hypervisor; 0 to 1
 * @param foreignCpuShare of all processors' time while measuring, used by neither this client nor its broker; 0 to 1
 * @param compilingShare of one processor's time while measuring, used by the compilers of the client's JVM; may exceed 1
 * @param made how many times it was made, each time but the last disturbed by something else than the bus; null in older
 *     files, and where it was made once
 */
public record RunRecord(
        int round,
        Verdict verdict,
        List<String> reasons,
        @Nullable Double throughputPerSecond,
        @Nullable SeriesRecord response,
        @Nullable SeriesRecord service,
        @Nullable SeriesRecord ack,
        @Nullable SeriesRecord pacingLag,
        @Nullable SeriesRecord blocked,
        @Nullable LedgerRecord ledger,
        @Nullable CostRecord cost,
        Map<SeriesKind, String> histogramFiles,
        Map<Disturbance, Long> disturbances,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> disturbanceLines,
        @Nullable String clientVersion,
        @Nullable String brokerVersion,
        Map<String, String> settings,
        @Nullable SeriesRecord pacerError,
        @Nullable SeriesRecord jitter,
        @Nullable List<BacklogRecord> backlog,
        @Nullable Double stolenCpuShare,
        @Nullable Double foreignCpuShare,
        @Nullable Double compilingShare,
        @Nullable Integer made) {
    public RunRecord {
        Require.atLeast(1, "round", round);
        Require.notNegative("throughputPerSecond", throughputPerSecond);
        Require.notNegative("stolenCpuShare", stolenCpuShare);
        Require.notNegative("foreignCpuShare", foreignCpuShare);
        Require.notNegative("compilingShare", compilingShare);
        if (made != null) {
            Require.atLeast(1, "made", made);
        }
        backlog = backlog == null ? null : List.copyOf(backlog);
        reasons = List.copyOf(reasons);
        if (verdict != Verdict.VALID && reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons is empty though the verdict is " + verdict);
        }
        histogramFiles = Collections.unmodifiableMap(inOrder(SeriesKind.class, histogramFiles));
        disturbanceLines = List.copyOf(disturbanceLines);
        disturbances = Collections.unmodifiableMap(inOrder(Disturbance.class, disturbances));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A run that measured nothing: its fork died, hung or left no record. */
    public static RunRecord failed(int round, String reason) {
        return new RunRecord(
                round,
                Verdict.INVALID,
                List.of(reason),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, of a run that was made so many times. */
    public RunRecord madeTimes(int times) {
        return new RunRecord(
                round,
                verdict,
                reasons,
                throughputPerSecond,
                response,
                service,
                ack,
                pacingLag,
                blocked,
                ledger,
                cost,
                histogramFiles,
                disturbances,
                disturbanceLines,
                clientVersion,
                brokerVersion,
                settings,
                pacerError,
                jitter,
                backlog,
                stolenCpuShare,
                foreignCpuShare,
                compilingShare,
                times);
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

    /** The log of the series that a reader looks at first: response, else service. Derived; for scripts. */
    @JsonProperty(value = "histogramFile", access = JsonProperty.Access.READ_ONLY)
    public @Nullable String histogramFile() {
        String file = histogramFiles.get(SeriesKind.RESPONSE);
        return file != null ? file : histogramFiles.get(SeriesKind.SERVICE);
    }

    private static <K extends Enum<K>, V> Map<K, V> inOrder(Class<K> type, Map<K, V> map) {
        Map<K, V> sorted = new EnumMap<>(type);
        sorted.putAll(map);
        return sorted;
    }
}
