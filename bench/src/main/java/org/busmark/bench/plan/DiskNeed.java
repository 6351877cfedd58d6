package org.busmark.bench.plan;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.busmark.bus.BusAdapter;
import org.busmark.workload.Workload;

/** Bytes that may lie on a disk at the same time, rather too many than too few. */
final class DiskNeed {
    /** More than any broker here was seen to write; a closed loop has no rate that could be known before. */
    private static final double CLOSED_LOOP_BYTES_PER_SECOND = 250e6;

    /** A log's framing beside the payload, generously. */
    private static final int FRAMING_BYTES = 100;

    /** A private Kafka removes a deleted topic's files a second later, an external one a minute: half of one run. */
    private static final double RUNS_AT_ONCE = 1.5;

    /** What conditioning writes: 30 s of small messages as fast as the broker takes them. */
    private static final long CONDITIONING_BYTES = 4L << 30;

    /** Brokers' own files and logs. */
    private static final long FIXED_BYTES = 512L << 20;

    /** Of a run's records, interval logs and log: 50 kB where suite quick was watched. */
    private static final long RECORDS_BYTES_PER_RUN = 128L << 10;

    private DiskNeed() {}

    /**
     * Of brokers' data.
     *
     * @param elsewhere buses whose brokers do not write there
     * @param longestRun of a workload: warm-up and measured time
     */
    static long brokers(Plan plan, Set<String> elsewhere, Function<Workload, Duration> longestRun) {
        long largest = 0;
        for (BusAdapter bus : plan.buses()) {
            if (bus.capabilities().needsBroker() && !elsewhere.contains(bus.id())) {
                for (PlannedCell planned : plan.cells()) {
                    if (planned.isOffered() && planned.cell().bus().equals(bus.id())) {
                        largest = Math.max(
                                largest,
                                bytesAtOnce(
                                        planned, longestRun.apply(planned.cell().workload())));
                    }
                }
            }
        }
        return FIXED_BYTES + (largest > 0 ? CONDITIONING_BYTES + largest : 0);
    }

    static long records(Plan plan) {
        return (plan.runs() + (long) Plan.PROBES * plan.searched().size()) * RECORDS_BYTES_PER_RUN;
    }

    private static long bytesAtOnce(PlannedCell planned, Duration run) {
        Workload workload = planned.cell().workload();
        double stored = workload.message().bytes() + FRAMING_BYTES;
        // What a capacity turns out to be is not known before either.
        double bytesPerSecond = workload.rate().isMax() || planned.question().searches()
                ? CLOSED_LOOP_BYTES_PER_SECOND
                : workload.rate().perSecond() * stored;
        return (long) (bytesPerSecond * run.toMillis() / 1e3 * RUNS_AT_ONCE);
    }
}
