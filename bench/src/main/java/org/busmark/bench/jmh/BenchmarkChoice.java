package org.busmark.bench.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.files.WorkloadFile;
import org.busmark.bench.fork.ForkBrief;
import org.busmark.bench.fork.MeasuredWork;
import org.busmark.bus.BusException;
import org.busmark.results.files.InvalidFileException;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;
import org.openjdk.jmh.infra.BenchmarkParams;

/** What the parameters of a benchmark ask for, resolved to one piece of work. */
final class BenchmarkChoice {
    private static final Map<String, String> OWN_WORKLOAD = Map.of(
            StreamBenchmark.class.getSimpleName(), "small-stream",
            OpenLoopBenchmark.class.getSimpleName(), "small-open-loop",
            RoundTripBenchmark.class.getSimpleName(), "small-round-trip");

    private BenchmarkChoice() {}

    static MeasuredWork of(BusState state, BenchmarkParams params) throws BusException, IOException {
        String benchmark = simpleName(params.getBenchmark());
        Optional<ForkBrief> brief = ForkBrief.ofThisProcess();
        try {
            Workload workload = workload(brief, state.workload, benchmark);
            if (!state.guarantee.equals(BusState.DEFAULT)) {
                workload = workload.withGuarantee(WorkloadFile.guarantee(state.guarantee));
            }
            if (!state.rate.equals(BusState.DEFAULT)) {
                workload = workload.withRate(rate(state.rate));
            }
            workload = workload.withProducers(params.getThreads());
            checkLoop(benchmark, workload);
            checkIterations(workload, params.getMeasurement().getCount());
            return new MeasuredWork(InstalledAdapters.load().get(state.bus), workload, benchmark, brief);
        } catch (IllegalArgumentException | InvalidFileException e) {
            throw new BusException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Workload workload(Optional<ForkBrief> brief, String name, String benchmark)
            throws InvalidFileException {
        if (brief.isPresent() && brief.get().workloadFile() != null) {
            return WorkloadFile.read(brief.get().workloadFile(), Set.of());
        }
        String chosen = name.equals(BusState.DEFAULT) ? OWN_WORKLOAD.getOrDefault(benchmark, "small-stream") : name;
        return BuiltIns.isWorkload(chosen)
                ? BuiltIns.workloadNamed(chosen)
                : WorkloadFile.read(Path.of(chosen), Set.of());
    }

    private static Rate rate(String text) {
        return Rate.parse(text.matches("[0-9.]+") ? text + "/s" : text);
    }

    private static void checkLoop(String benchmark, Workload workload) {
        LoopKind hosted = benchmark.equals(OpenLoopBenchmark.class.getSimpleName())
                ? LoopKind.OPEN
                : benchmark.equals(RoundTripBenchmark.class.getSimpleName()) ? LoopKind.ROUND_TRIP : LoopKind.CLOSED;
        if (workload.loop() != hosted) {
            throw new IllegalArgumentException("workload '" + workload.name() + "' at rate " + workload.rate() + " is "
                    + workload.loop() + "; " + benchmark + " takes " + hosted);
        }
    }

    /**
     * A run is one measured iteration: draining between two would hide the stalls that an open loop is there to show, and
     * what repeats is the fork, never the iteration.
     */
    private static void checkIterations(Workload workload, int iterations) {
        if (iterations > 1) {
            String loop = workload.loop() == LoopKind.OPEN ? "an open loop: 1, one unbroken schedule" : "a run: 1";
            throw new IllegalArgumentException("measurement iterations is " + iterations + "; allowed for " + loop
                    + " (make it longer, or take more forks)");
        }
    }

    private static String simpleName(String benchmark) {
        String type = benchmark.substring(0, benchmark.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
