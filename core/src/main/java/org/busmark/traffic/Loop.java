package org.busmark.traffic;

import java.util.function.BooleanSupplier;

/** What decides when a lane's next message leaves. Confined to the lane's thread. */
public interface Loop {
    /** Prepares an iteration; a closed loop fills its window here. */
    void begin(Iteration iteration, BooleanSupplier stopped);

    /**
     * One operation: waits for its moment, then sends one message. Returns without having sent only when stopped.
     *
     * @param stopped read often while waiting
     */
    void step(BooleanSupplier stopped);

    /** How long this loop has spun so far only to be on time, ns; for any thread. */
    default long spunNs() {
        return 0;
    }

    /** Ends an iteration: accounts for what was due and not sent. Waits for nothing. */
    void end();
}
