package org.busmark.bench.calibrate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.bus.BusException;

/**
 * Tries all scripts, then again those that the machine alone spoiled: such a failure judges the moment, not the instrument.
 * Not at once, because what disturbs a machine lasts for seconds to minutes, and not for ever.
 */
final class PatientTrials {
    private final Attempt attempts;
    private final Duration patience;
    private final LongSupplier nanoTime;

    /** Measures a script once. */
    interface Attempt {
        /** @param number from 1 */
        ScriptResult make(Trial trial, int number) throws BusException;
    }

    /**
     * @param patience so long after all were tried once, nothing is tried again; zero: nothing ever is
     * @param nanoTime monotonic, in nanoseconds
     */
    PatientTrials(Attempt attempts, Duration patience, LongSupplier nanoTime) {
        this.attempts = attempts;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** In the order of the trials; of a script that was tried again what came last. */
    List<ScriptResult> results(List<Trial> trials, ProgressLine progress) throws BusException {
        List<ScriptResult> results = new ArrayList<>();
        for (Trial trial : trials) {
            progress.step(results.size(), trials.size(), "script " + trial.name());
            results.add(attempts.make(trial, 1));
        }
        long sinceNs = nanoTime.getAsLong();
        while (isPatient(sinceNs) && results.stream().anyMatch(ScriptResult::isUndecided)) {
            for (int i = 0; i < trials.size(); i++) {
                ScriptResult result = results.get(i);
                if (result.isUndecided() && isPatient(sinceNs)) {
                    progress.step("the machine was too busy; again, script " + result.name());
                    results.set(i, attempts.make(trials.get(i), result.attempts() + 1));
                }
            }
        }
        return results;
    }

    private boolean isPatient(long sinceNs) {
        return Duration.ofNanos(nanoTime.getAsLong() - sinceNs).compareTo(patience) < 0;
    }
}
