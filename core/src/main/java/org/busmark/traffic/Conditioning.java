package org.busmark.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.busmark.bus.BusException;
import org.busmark.bus.Capabilities;
import org.busmark.bus.MessageBus;
import org.busmark.time.Clock;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;

/**
 * Drives a fresh broker with discarded work until its own warm-up is over: three successive rates agree within 10 %, or
 * the time is up. Without it the first cell measured would pay for the broker's just-in-time compiler.
 */
public final class Conditioning {
    private static final double AGREE_WITHIN = 0.1;
    private static final int SUCCESSIVE = 3;

    private final Clock clock;
    private final Duration interval;
    private final Duration limit;

    /**
     * @param interval over which a rate is taken; 2 s outside tests
     * @param limit after which conditioning ends in any case; 30 s outside tests
     */
    public Conditioning(Clock clock, Duration interval, Duration limit) {
        this.clock = clock;
        this.interval = interval;
        this.limit = limit;
    }

    /**
     * What conditioning came to.
     *
     * @param steady whether three successive rates agreed
     * @param ratesPerSecond of each interval
     */
    public record Outcome(boolean steady, List<Double> ratesPerSecond) {
        public Outcome {
            ratesPerSecond = List.copyOf(ratesPerSecond);
        }
    }

    /** Blocks; uses one producer on the calling thread, in a closed loop of the workload's messages. */
    public Outcome condition(MessageBus bus, Capabilities capabilities, Workload workload, int run)
            throws BusException {
        Workload closed = workload.withRate(Rate.MAX);
        DisturbanceLog disturbances = new DisturbanceLog();
        try (Traffic traffic = Traffic.provision(bus, capabilities, closed, run, clock, disturbances);
                Lane lane = traffic.openLane(0)) {
            long deadlineNs = clock.nanoTime() + limit.toNanos();
            List<Double> rates = new ArrayList<>();
            while (clock.nanoTime() < deadlineNs && !agree(rates)) {
                rates.add(rate(lane));
            }
            traffic.drain();
            return new Outcome(agree(rates), rates);
        }
    }

    private double rate(Lane lane) {
        long startNs = clock.nanoTime();
        long endNs = startNs + interval.toNanos();
        long sent = lane.attempted();
        BooleanSupplier over =
                () -> clock.nanoTime() >= endNs || Thread.currentThread().isInterrupted();
        while (!over.getAsBoolean()) {
            lane.loop().step(over);
        }
        return (lane.attempted() - sent) / ((clock.nanoTime() - startNs) / 1e9);
    }

    static boolean agree(List<Double> rates) {
        if (rates.size() < SUCCESSIVE) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - SUCCESSIVE, rates.size());
        // A bus that stands still is not steady.
        return Collections.min(last) > 0
                && Collections.max(last) - Collections.min(last) <= AGREE_WITHIN * Collections.max(last);
    }
}
