package org.busmark.results.campaign;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.jspecify.annotations.Nullable;

/** The figures of a run that are compared, between buses and between campaigns. */
public enum ComparedMetric {
    THROUGHPUT("throughputPerSecond", true),
    RESPONSE_P50("response.p50Us", false),
    RESPONSE_P99("response.p99Us", false),
    SERVICE_P50("service.p50Us", false),
    SERVICE_P99("service.p99Us", false);

    private final String id;
    private final boolean moreIsBetter;

    ComparedMetric(String id, boolean moreIsBetter) {
        this.id = id;
        this.moreIsBetter = moreIsBetter;
    }

    /** Where the figure stands in a run's record; the comparison's {@code metric}. */
    public String id() {
        return id;
    }

    /** Whether a ratio above 1 is FASTER. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** That figure; null where it was not measured. */
    public @Nullable Double of(RunRecord run) {
        return switch (this) {
            case THROUGHPUT -> run.throughputPerSecond();
            case RESPONSE_P50 -> p50(run.response());
            case RESPONSE_P99 -> p99(run.response());
            case SERVICE_P50 -> p50(run.service());
            case SERVICE_P99 -> p99(run.service());
        };
    }

    /**
     * That figure of a cell's runs by their rounds: of those that are not INVALID and have one on a ratio scale. A figure
     * of 0 is below the clock's step and has no logarithm.
     */
    public SortedMap<Integer, Double> byRound(CellRecord cell) {
        SortedMap<Integer, Double> figures = new TreeMap<>();
        for (RunRecord run : cell.runs()) {
            Double figure = of(run);
            if (run.verdict() != Verdict.INVALID && figure != null && figure > 0) {
                figures.put(run.round(), figure);
            }
        }
        return figures;
    }

    /**
     * What such a cell was made to find out. In the closed loop of a stream the time of a message is the length of the
     * queue; at a rate that all sustain the throughput is the rate: neither is compared.
     */
    public static List<ComparedMetric> of(CellCoordinates cell) {
        return switch (cell.load()) {
            case CLOSED_LOOP -> List.of(THROUGHPUT);
            case OPEN_LOOP -> List.of(RESPONSE_P50, RESPONSE_P99);
            case ROUND_TRIP -> List.of(SERVICE_P50, SERVICE_P99);
        };
    }

    private static @Nullable Double p50(@Nullable SeriesRecord series) {
        return series == null ? null : series.p50Us();
    }

    private static @Nullable Double p99(@Nullable SeriesRecord series) {
        return series == null ? null : series.p99Us();
    }
}
