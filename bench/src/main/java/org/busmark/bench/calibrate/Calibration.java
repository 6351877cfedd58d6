package org.busmark.bench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.simulated.SimulatedBus;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.workload.Workload;

/**
 * Measures the simulated bus by the very engine that measures every bus, in this JVM, and holds what it says against the
 * script. What the machine alone spoiled is tried again for some minutes.
 */
public final class Calibration {
    private final SimulatedAdapter adapter = new SimulatedAdapter();
    private final List<Trial> trials;
    private final List<Trial> warmUps;
    private final Duration patience;

    private Calibration(List<Trial> trials, List<Trial> warmUps, Duration patience) {
        this.trials = trials;
        this.warmUps = warmUps;
        this.patience = patience;
    }

    /**
     * All scripts, once in about two minutes.
     *
     * @param patience for so long after that, what the machine spoiled is tried again
     */
    public static Calibration full(Duration patience) {
        return new Calibration(Trials.full(), Trials.brief(), patience);
    }

    /**
     * Each kind of fault and the stall, shorter and without p99.9, once in half a minute.
     *
     * @param patience for so long after that, what the machine spoiled is tried again
     */
    public static Calibration brief(Duration patience) {
        return new Calibration(Trials.brief(), Trials.first(), patience);
    }

    /**
     * Runs every script, one after the other; blocks.
     *
     * @throws BusException if the engine itself fails
     */
    public List<ScriptResult> run(ProgressLine progress) throws BusException {
        progress.phase("calibrating: warms up");
        // Code that has never run is slow, and a compiler that comes to it takes a processor away for milliseconds.
        for (Trial trial : warmUps) {
            observe(trial);
        }
        progress.phase("calibrating");
        return new PatientTrials(this::attempt, patience, Clock.SYSTEM::nanoTime).results(trials, progress);
    }

    private ScriptResult attempt(Trial trial, int attempt) throws BusException {
        Observation observed = observe(trial);
        List<Check> checks = new ArrayList<>();
        for (Trial.Question question : trial.questions()) {
            checks.addAll(question.ask(observed));
        }
        return new ScriptResult(trial.name(), attempt, checks);
    }

    private Observation observe(Trial trial) throws BusException {
        Workload workload = trial.workload();
        DisturbanceLog disturbances = new DisturbanceLog();
        BusSettings settings = new BusSettings(java.util.Map.of(), trial.settings());
        try (SimulatedBus bus = adapter.connect(settings, disturbances)) {
            int run = trial.name().hashCode();
            TrafficReport report =
                    new TrafficRun(bus, adapter.capabilities(), workload, run, Clock.SYSTEM, disturbances).run();
            ScriptedTimes scripted =
                    ScriptedTimes.of(trial.parsedScript(), trial.perSecond(), trial.duration(), trial.partitions());
            StandardTimes happened = StandardTimes.of(bus.instants(0), trial.perSecond());
            return new Observation(trial, report, bus.truth(), scripted, happened);
        }
    }
}
