package org.busmark.bench.fork;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.MessageBus;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Traffic;
import org.busmark.traffic.TrafficReport;
import org.busmark.workload.LoopKind;
import org.jspecify.annotations.Nullable;

/** One run: the traffic, what it cost, and the record of both. Called from one thread at a time. */
public final class ForkRun {
    private final MeasuredWork work;
    private final MessageBus bus;
    private final DisturbanceLog disturbances;
    private final BusFacts facts;
    private final Traffic traffic;
    private final @Nullable RunCost cost;

    private ForkRun(MeasuredWork work, MessageBus bus, DisturbanceLog disturbances, BusFacts facts, Traffic traffic) {
        this.work = work;
        this.bus = bus;
        this.disturbances = disturbances;
        this.facts = facts;
        this.traffic = traffic;
        this.cost =
                work.brief().filter(ForkBrief::asksForRecord).map(RunCost::of).orElse(null);
    }

    /** Connects, creates the topics and opens the consumers; closes the connection again if that fails. */
    public static ForkRun provision(MeasuredWork work) throws BusException, IOException {
        if (work.brief().isPresent() && work.brief().get().registry() != null) {
            BrokerSession.registerSelf(work.brief().get().registry(), "JMH fork");
        }
        if (work.brief().filter(ForkBrief::asksForRecord).isPresent()) {
            ForkOutput.toLog();
        }
        DisturbanceLog disturbances = new DisturbanceLog();
        MessageBus bus = work.adapter().connect(work.settings(), disturbances);
        try {
            int run = work.brief()
                    .map(ForkBrief::run)
                    .orElseGet(() -> ThreadLocalRandom.current().nextInt());
            Traffic traffic = Traffic.provision(
                    bus, work.adapter().capabilities(), work.workload(), run, Clock.SYSTEM, disturbances);
            return new ForkRun(work, bus, disturbances, bus.facts(), traffic);
        } catch (BusException | RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    /** How the rate is offered. */
    public LoopKind loop() {
        return work.workload().loop();
    }

    /**
     * Whether its warm-up may go on beyond its time. A script of the simulated bus says what happens when, counted from the
     * first message: its time must not be stretched.
     */
    public boolean maySettle() {
        return !work.adapter().id().equals(SimulatedAdapter.ID);
    }

    /** The traffic, for its lanes. */
    public Traffic traffic() {
        return traffic;
    }

    /** Begins an iteration. */
    public Iteration begin(long durationNs, boolean measured) {
        if (measured && cost != null) {
            cost.begin();
        }
        return traffic.begin(durationNs, measured);
    }

    /** Ends it. */
    public void end(boolean measured) {
        traffic.end();
        if (measured && cost != null) {
            cost.end();
        }
    }

    /** Whether a host waits for this run's record; otherwise nobody hears its verdict unless it is printed. */
    public boolean leavesRecord() {
        return work.brief().filter(ForkBrief::asksForRecord).isPresent();
    }

    /** Drains, judges, writes the record and closes everything. Lanes are closed before. */
    public TrafficReport judge() throws IOException {
        try (bus) {
            traffic.drain();
            TrafficReport report = traffic.judge(cost == null ? OptionalDouble.empty() : cost.brokerCpuSeconds());
            if (work.brief().isPresent()) {
                new RunRecording(work, work.brief().get()).write(report, facts, disturbances, cost);
            }
            traffic.close();
            return report;
        }
    }
}
