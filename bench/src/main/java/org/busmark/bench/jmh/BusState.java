package org.busmark.bench.jmh;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.busmark.bench.fork.ForkRun;
import org.busmark.bus.BusException;
import org.busmark.latency.Series;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Traffic;
import org.busmark.traffic.TrafficReport;
import org.busmark.workload.LoopKind;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * One workload on one bus, for all JMH threads of a fork. The phases are those of {@link
 * org.busmark.traffic.TrafficRun}, spread over JMH's levels.
 */
@State(Scope.Benchmark)
public class BusState {
    /** Stands for "as the workload says" and, for the workload, "the benchmark's own". */
    public static final String DEFAULT = "default";

    /**
     * Option of a fork's JVM. A compiler's thread that ended would take its processor time out of the account that tells
     * whether a run has settled.
     */
    public static final String COMPILERS_STAY = "-XX:-UseDynamicNumberOfCompilerThreads";

    /** System property of a fork; false: warm-ups have their own time and no more. */
    public static final String SETTLING_PROPERTY = "busmark.settling";

    @Nullable
    private static volatile List<Series> measured;

    /** Id of an adapter. */
    @Param("loopback")
    public String bus = DEFAULT;

    /** Name of a built-in workload, or path of a workload file. */
    @Param(DEFAULT)
    public String workload = DEFAULT;

    /** Name of a guarantee. */
    @Param(DEFAULT)
    public String guarantee = DEFAULT;

    /** Messages per second, or max. */
    @Param(DEFAULT)
    public String rate = DEFAULT;

    /** Two lanes' worst closing, and some. */
    private static final long LANES_CLOSE_SECONDS = 90;

    private CountDownLatch openLanes = new CountDownLatch(0);
    private @Nullable ForkRun run;
    private @Nullable Iteration iteration;
    private @Nullable SettlingWatch settling;
    private int warmups;

    /** Connects, creates topics and opens consumers. */
    @Setup(Level.Trial)
    public void provision(BenchmarkParams params) throws BusException, IOException {
        measured = null;
        openLanes = new CountDownLatch(params.getThreads());
        run = ForkRun.provision(BenchmarkChoice.of(this, params));
    }

    /** Begins an iteration, before any lane takes its place in it. */
    @Setup(Level.Iteration)
    public void begin(IterationParams params) {
        long durationNs = params.getTime().convertTo(TimeUnit.NANOSECONDS);
        boolean isMeasured = params.getType() == IterationType.MEASUREMENT;
        boolean isLastWarmup = !isMeasured && ++warmups == params.getCount();
        boolean settles = run().maySettle() && Boolean.parseBoolean(System.getProperty(SETTLING_PROPERTY, "true"));
        settling = isLastWarmup && settles
                ? new SettlingWatch(Duration.ofNanos(durationNs * params.getCount()), run().loop())
                : null;
        iteration = run().begin(durationNs, isMeasured);
    }

    /** Ends it; an open loop is drained here, a closed loop's window stays full. */
    @TearDown(Level.Iteration)
    public void end() {
        if (settling != null) {
            settling.stop();
        }
        run().end(iteration().measured());
        if (run().loop() != LoopKind.CLOSED) {
            run().traffic().drain();
        }
    }

    /**
     * Drains, judges, writes the record, and closes everything, after the last lane has closed. JMH has the thread that
     * comes first do this at once, whatever the others still do.
     */
    @TearDown(Level.Trial)
    public void judge() throws IOException, InterruptedException {
        if (!openLanes.await(LANES_CLOSE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(openLanes.getCount() + " lanes did not close within " + LANES_CLOSE_SECONDS
                    + " s; what they sent cannot be judged");
        }
        ForkRun ended = run;
        if (ended != null) {
            TrafficReport report = ended.judge();
            measured = report.series();
            if (!ended.leavesRecord()) {
                System.out.println(System.lineSeparator() + "# Busmark: " + verdict(report));
            }
        }
    }

    private static String verdict(TrafficReport report) {
        List<String> reasons = report.judgement().reasons();
        return report.judgement().verdict() + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons))
                + " (attempted " + report.ledger().attempted() + ", delivered "
                + report.ledger().delivered() + ", lost " + report.ledger().lost() + ")";
    }

    /**
     * The series of all measured iterations, once the trial is judged; empty before. For the profiler, which runs after
     * the last iteration's and the trial's tear-down. Each sample is in it once, and no thread records any more.
     */
    static List<Series> measuredSeries() {
        List<Series> current = measured;
        return current == null ? List.of() : current;
    }

    void laneClosed() {
        openLanes.countDown();
    }

    Traffic traffic() {
        return run().traffic();
    }

    Iteration iteration() {
        return Objects.requireNonNull(iteration, "no iteration was begun");
    }

    /** What the last warm-up iteration goes on for; null in every other. */
    @Nullable
    SettlingWatch settling() {
        return settling;
    }

    private ForkRun run() {
        return Objects.requireNonNull(run, "the bus is not provisioned");
    }
}
