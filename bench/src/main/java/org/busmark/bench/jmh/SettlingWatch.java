package org.busmark.bench.jmh;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.busmark.time.Clock;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Settling;
import org.busmark.workload.LoopKind;
import org.openjdk.jmh.infra.Control;

/**
 * Tells the lanes when the run has settled, as JMH tells them when an iteration is over: by a control that they read
 * anyhow. A thread of its own watches, so that lanes do nothing while settling that they do not do while measured.
 */
final class SettlingWatch {
    private static final long STEP_NS = 50_000_000;

    private final Settling settling;
    private final Control control = new Control();
    private volatile boolean begun;

    /**
     * Begins to watch, at the beginning of the last warm-up iteration.
     *
     * @param warmup the warm-up's own time, of all its iterations
     */
    SettlingWatch(Duration warmup, LoopKind loop) {
        settling = new Settling(Clock.SYSTEM, warmup, loop);
        Thread thread = new Thread(this::watch, "busmark-settling");
        thread.setDaemon(true);
        thread.start();
    }

    /** The warm-up has had its own time. What lanes go on with; for any lane's thread. */
    Iteration begin() {
        Iteration further = settling.begin();
        if (settling.isOver()) {
            stop();
        }
        begun = true;
        return further;
    }

    /** Stops when the run has settled; the same for all lanes. */
    Control control() {
        return control;
    }

    /** Ends it, settled or not. */
    void stop() {
        control.stopMeasurement = true;
    }

    private void watch() {
        try {
            while (!control.stopMeasurement && !(settling.isOver() && begun)) {
                LockSupport.parkNanos(STEP_NS);
            }
        } finally {
            stop();
        }
    }
}
