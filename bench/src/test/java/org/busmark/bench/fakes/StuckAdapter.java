package org.busmark.bench.fakes;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.busmark.bench.fork.ForkBrief;

/** A bus that a fork never gets connected to, whoever interrupts it; the host does. */
public final class StuckAdapter extends LoopbackLike {
    public static final String ID = "stuck";

    public StuckAdapter() {
        super(ID, false);
    }

    @Override
    void approve(Map<String, String> connection) {
        CountDownLatch never = new CountDownLatch(1);
        while (System.getProperty(ForkBrief.PROPERTY) != null) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // A client that swallows interrupts is what the deadline is for.
            }
        }
    }
}
