package org.busmark.bench.jmh;

import java.util.concurrent.locks.LockSupport;
import org.busmark.time.Clock;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Settling;
import org.openjdk.jmh.infra.Control;

/**
 * Tells the lanes when the run has settled, as JMH tells them when an iteration is over: by a control that they read
 * anyhow. A thread of its own watches, so that lanes do nothing while settling that they do not do while measured.
 */
final class SettlingWatch {
    private static final long STEP_NS = 50_000_000;

    private final Settling settling;
    private final Control control = new Control();
    private boolean begun;

    /**
     * Made at the beginning of the last warm-up iteration, which is watched.
     *
     * @param warmupNs the warm-up's own time, of all its iterations
     */
    SettlingWatch(long warmupNs) {
        settling = new Settling(Clock.SYSTEM, warmupNs);
    }

    /** The warm-up has had its own time. For any lane's thread; all get the same, which stops when the run has settled. */
    synchronized Control begin() {
        if (!begun) {
            begun = true;
            control.stopMeasurement = settling.isOver();
            Thread thread = new Thread(this::watch, "busmark-settling");
            thread.setDaemon(true);
            thread.start();
        }
        return control;
    }

    /** What lanes go on with. */
    Iteration iteration() {
        return settling.iteration();
    }

    private void watch() {
        while (!control.stopMeasurement) {
            LockSupport.parkNanos(STEP_NS);
            control.stopMeasurement = settling.isOver();
        }
    }
}
