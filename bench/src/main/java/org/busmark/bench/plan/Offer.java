package org.busmark.bench.plan;

import java.util.Optional;
import java.util.TreeSet;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Capabilities;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/** Whether a bus offers what a workload needs. */
public final class Offer {
    private Offer() {}

    /**
     * Why this bus cannot do this work, one line; empty when it can. The walkthrough is never refused for its
     * guarantee: it runs at the strongest that each bus has.
     */
    public static Optional<String> reasonAgainst(BusAdapter adapter, Workload workload) {
        Capabilities can = adapter.capabilities();
        String bus = adapter.displayName();
        if (!can.patterns().contains(workload.shape().needs())) {
            return Optional.of(bus + " does not offer " + workload.shape().text());
        }
        if (workload.shape() != Shape.WALKTHROUGH && !adapter.guarantees().containsKey(workload.guarantee())) {
            return Optional.of(
                    bus + " offers " + new TreeSet<>(adapter.guarantees().keySet()) + ", not " + workload.guarantee());
        }
        if (workload.message().bytes() > can.maxMessageBytes()) {
            return Optional.of(
                    bus + " takes messages of at most " + can.maxMessageBytes() + " bytes, not " + workload.message());
        }
        return Optional.empty();
    }
}
