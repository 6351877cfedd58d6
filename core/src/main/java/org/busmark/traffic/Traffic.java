package org.busmark.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.busmark.bus.BusException;
import org.busmark.bus.Capabilities;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.ConsumerSpec.Start;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;
import org.busmark.latency.SeriesName;
import org.busmark.latency.SeriesWindow;
import org.busmark.ledger.Ledger;
import org.busmark.ledger.LedgerSpec;
import org.busmark.time.Clock;
import org.busmark.time.Pacer;
import org.busmark.verdict.Conditions;
import org.busmark.verdict.Offer;
import org.busmark.wire.MessageReader;
import org.busmark.wire.MessageWriter;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * One workload on one bus, from its topics to its verdict. The order of calls is that of {@link TrafficRun}: provision,
 * open lanes (each on its thread), then iterations (begin, lanes step, end), drain, close lanes, judge, close.
 */
public final class Traffic implements AutoCloseable {
    private static final long DRAIN_LIMIT_NS = 120_000_000_000L;
    private static final long DRAIN_QUIET_NS = 5_000_000_000L;
    private static final long ACKNOWLEDGED_QUIET_NS = 10_000_000_000L;
    private static final long DRAIN_POLL_NS = 1_000_000;

    /** What a schedule's last messages have to arrive in before the machine is read. */
    private static final long ARRIVAL_LIMIT_NS = 500_000_000;

    private static final long LEAD_NS = 2_000_000;
    private static final long NOT_MEASURED = -1;

    private final MessageBus bus;
    private final Capabilities capabilities;
    private final Workload workload;
    private final int run;
    private final Clock clock;
    private final DisturbanceLog disturbances;
    private final Topics topics;
    private final Ledger ledger;
    private final Readiness readiness;
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final @Nullable Lane[] lanes;
    private final List<Recording> recordings = new ArrayList<>();
    private @Nullable Iteration iteration;
    private long deliveredAtStart;
    private long deliveredWhileMeasuring;
    private long dueAtStart = NOT_MEASURED;
    private long sentAtStart;
    private long measuredNs;
    private final Watch watch;
    private final Watch rehearsal;

    private Traffic(
            MessageBus bus,
            Capabilities capabilities,
            Workload workload,
            int run,
            Clock clock,
            DisturbanceLog disturbances) {
        this.bus = bus;
        this.capabilities = capabilities;
        this.workload = workload;
        this.run = run;
        this.clock = clock;
        this.disturbances = disturbances;
        this.topics = Topics.of(workload, run);
        boolean answered = workload.loop() == LoopKind.ROUND_TRIP;
        int members = answered ? workload.producers() : workload.consumers() * workload.topics();
        int partitions = answered ? 1 : workload.partitions();
        this.ledger = new Ledger(new LedgerSpec(
                workload.producers(),
                workload.groups(),
                members,
                partitions,
                capabilities.order(),
                workload.guarantee().isAcknowledged()));
        this.readiness = new Readiness(workload.producers(), workload.groups(), partitions);
        this.lanes = new Lane[workload.producers()];
        this.watch = watch();
        this.rehearsal = watch();
    }

    private Watch watch() {
        return new Watch(
                clock,
                workload.loop() == LoopKind.OPEN ? RunMonitor.FINE_STEP_NS : RunMonitor.COARSE_STEP_NS,
                this::attempted,
                this::delivered,
                this::spunNs);
    }

    /**
     * Creates the topics and opens the consumers.
     *
     * @param run number that tells this run's messages from any other's
     * @param disturbances the one that the bus was connected with
     * @throws BusException if the bus refuses; what was created by then is removed again
     */
    public static Traffic provision(
            MessageBus bus,
            Capabilities capabilities,
            Workload workload,
            int run,
            Clock clock,
            DisturbanceLog disturbances)
            throws BusException {
        Traffic traffic = new Traffic(bus, capabilities, workload, run, clock, disturbances);
        try {
            for (TopicSpec topic : traffic.topics.all()) {
                bus.createTopic(topic);
            }
            if (workload.loop() == LoopKind.ROUND_TRIP) {
                traffic.openAnswers();
            } else {
                traffic.openGroups();
            }
            return traffic;
        } catch (BusException e) {
            traffic.close();
            throw e;
        }
    }

    private void openGroups() throws BusException {
        for (int group = 0; group < workload.groups(); group++) {
            for (int topic = 0; topic < topics.sent().size(); topic++) {
                for (int consumer = 0; consumer < workload.consumers(); consumer++) {
                    int member = topic * workload.consumers() + consumer;
                    open(topics.sent().get(topic), group, consumer, workload.consumers(), receiver(group, member));
                }
            }
        }
    }

    private void openAnswers() throws BusException {
        for (int lane = 0; lane < workload.producers(); lane++) {
            open(topics.answers().get(lane), 0, 0, 1, receiver(0, lane));
        }
        for (TopicSpec topic : topics.sent()) {
            for (int consumer = 0; consumer < workload.consumers(); consumer++) {
                open(topic, 0, consumer, workload.consumers(), echo(consumer));
            }
        }
    }

    private void open(TopicSpec topic, int group, int member, int members, MessageListener listener)
            throws BusException {
        consumers.add(bus.openConsumer(
                new ConsumerSpec(topic, topic.groups().get(group), member, members, Start.LATEST), listener));
    }

    private Receiver receiver(int group, int member) {
        Receiver receiver = new Receiver(
                group,
                new MessageReader(run, workload.message().bytes()),
                ledger.member(group, member),
                readiness,
                clock,
                workload.loop() != LoopKind.CLOSED);
        receivers.add(receiver);
        return receiver;
    }

    private Echo echo(int member) {
        return new Echo(
                bus,
                new MessageReader(run, workload.message().bytes()),
                topics.answers()::get,
                member,
                workload.message().bytes(),
                disturbances);
    }

    /**
     * Opens a producer with its loop on the calling thread, and returns when each group has received a message from it
     * out of each partition. Lanes open at the same time from different threads.
     *
     * @throws BusException if the bus refuses, or nothing arrives within 60 s
     */
    public Lane openLane(int number) throws BusException {
        OutcomeLog outcomes = new OutcomeLog(ledger.producer(number), clock);
        Producer producer = bus.openProducer(
                new ProducerSpec(topics.sentBy(number), number, workload.windowPerProducer()), outcomes);
        Lane lane = new Lane(
                number,
                producer,
                new MessageWriter(run, number, workload.message().bytes(), workload.payload(), run),
                new Addressing(workload.keys(), workload.partitions()),
                ledger.producer(number),
                outcomes,
                clock,
                this::loop);
        lanes[number] = lane;
        boolean answered = workload.loop() == LoopKind.ROUND_TRIP;
        lane.awaitReady(readiness, answered ? 1 : workload.partitions());
        return lane;
    }

    private Loop loop(Lane lane) {
        LongSupplier ofLane = () -> ledger.deliveredByEveryGroup(lane.number());
        return switch (workload.loop()) {
            case CLOSED ->
                new ClosedLoop(
                        lane,
                        clock,
                        workload.windowPerProducer(),
                        !workload.guarantee().isAcknowledged(),
                        ofLane);
            case OPEN ->
                new BriskWarmup(
                        lane,
                        clock,
                        ofLane,
                        new OpenLoop(
                                lane, clock, new Pacer(clock), workload.rate().perSecond(), workload.producers()));
            case ROUND_TRIP -> new BriskWarmup(lane, clock, ofLane, new PingPong(lane, clock, ofLane));
        };
    }

    /**
     * Begins an iteration for all lanes: its schedule starts 2 ms from now, so that every lane can be there. One that is
     * not measured is recorded and watched as well, and thrown away: what a JVM does for the first time takes it tens of
     * milliseconds, and would stand in the figures of the first second.
     */
    public Iteration begin(long durationNs, boolean measured) {
        watch(measured).prepare();
        Iteration next = new Iteration(clock.nanoTime() + LEAD_NS, durationNs, measured);
        SeriesWindow window = SeriesWindow.of(next.startNs(), durationNs);
        Recording recording = new Recording(window);
        install(recording, next);
        watch(measured).begin(window, recording.recorder(SeriesName.JITTER));
        if (measured) {
            recordings.add(recording);
            noteStart();
        }
        deliveredAtStart = delivered();
        iteration = next;
        return next;
    }

    private void noteStart() {
        if (dueAtStart == NOT_MEASURED) {
            dueAtStart = due();
            sentAtStart = attempted();
        }
    }

    private Watch watch(boolean measured) {
        return measured ? watch : rehearsal;
    }

    private void install(Recording recording, Iteration next) {
        for (Receiver receiver : receivers) {
            receiver.record(new Receiver.Recorders(
                    recording.recorder(SeriesName.RESPONSE), recording.recorder(SeriesName.SERVICE)));
        }
        for (Lane lane : openLanes()) {
            lane.record(new Lane.Recorders(recording.recorder(SeriesName.BLOCKED), pacing(recording, next)));
            lane.outcomes().record(recording.recorder(SeriesName.ACK));
        }
    }

    private Lane.@Nullable PacingRecorders pacing(Recording recording, Iteration next) {
        return workload.loop() != LoopKind.OPEN
                ? null
                : new Lane.PacingRecorders(
                        recording.recorder(SeriesName.PACING_LAG),
                        recording.recorder(SeriesName.PACER_ERROR),
                        new PerfectPacing(next.startNs()));
    }

    /**
     * Ends the iteration: what was delivered by now is its throughput. Where a schedule was kept, this returns when the last
     * messages have arrived, or after half a second: to read what all processes used takes some milliseconds of a
     * processor, and must not stand in the figures of messages that are on their way.
     */
    public void end() {
        Iteration ended = Objects.requireNonNull(iteration, "no iteration was begun");
        if (ended.measured()) {
            deliveredWhileMeasuring += delivered() - deliveredAtStart;
            measuredNs += clock.nanoTime() - (ended.startNs() - LEAD_NS);
        }
        if (workload.loop() != LoopKind.CLOSED) {
            awaitSettled(ARRIVAL_LIMIT_NS, ARRIVAL_LIMIT_NS);
        }
        watch(ended.measured()).end();
        iteration = null;
    }

    private long delivered() {
        long sum = 0;
        for (int lane = 0; lane < lanes.length; lane++) {
            sum += ledger.deliveredByEveryGroup(lane);
        }
        return sum;
    }

    private long attempted() {
        return openLanes().stream().mapToLong(Lane::attempted).sum();
    }

    private long due() {
        return openLanes().stream()
                .mapToLong(lane -> lane.account().scheduled())
                .sum();
    }

    /** Of all measured iterations: nothing is warmed up after the first of them. */
    private Offer offer() {
        boolean open = workload.loop() == LoopKind.OPEN;
        return dueAtStart == NOT_MEASURED
                ? new Offer(open ? workload.rate().perSecond() : 0, 0, 0)
                : new Offer(open ? workload.rate().perSecond() : 0, due() - dueAtStart, attempted() - sentAtStart);
    }

    private long spunNs() {
        return openLanes().stream().mapToLong(lane -> lane.loop().spunNs()).sum();
    }

    private List<Lane> openLanes() {
        return Arrays.stream(lanes).filter(Objects::nonNull).toList();
    }

    /**
     * Waits until every message has its outcome and reached every group, or nothing has moved for 5 s (10 s where
     * messages are acknowledged), or 120 s are over.
     * What is missing then is for the ledger to say.
     */
    public void drain() {
        // An acknowledged message may still come after a pause; one that nobody promised is not waited for as long.
        awaitSettled(workload.guarantee().isAcknowledged() ? ACKNOWLEDGED_QUIET_NS : DRAIN_QUIET_NS, DRAIN_LIMIT_NS);
    }

    /** Until there is nothing to wait for, nothing has moved for so long, or the limit is over. */
    private void awaitSettled(long quietNs, long limitNs) {
        long beganNs = clock.nanoTime();
        long movedNs = beganNs;
        long seen = -1;
        while (!isSettled() && !Thread.currentThread().isInterrupted()) {
            long nowNs = clock.nanoTime();
            long moved = delivered()
                    + openLanes().stream()
                            .mapToLong(lane -> lane.account().outcomes())
                            .sum();
            if (moved != seen) {
                seen = moved;
                movedNs = nowNs;
            }
            if (nowNs - movedNs > quietNs || nowNs - beganNs > limitNs) {
                return;
            }
            LockSupport.parkNanos(DRAIN_POLL_NS);
        }
    }

    private boolean isSettled() {
        for (Lane lane : openLanes()) {
            long attempted = lane.attempted();
            long rejected = lane.account().rejected();
            if (lane.account().outcomes() < attempted
                    || ledger.deliveredByEveryGroup(lane.number()) < attempted - rejected) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #judge(OptionalDouble)} where what a broker used is not known. */
    public TrafficReport judge() {
        return judge(OptionalDouble.empty());
    }

    /**
     * Closes the consumers and says what the run showed. Lanes are closed, and all is quiet, before.
     *
     * @param brokerCpuSeconds that the broker used while measuring, so that it is not taken for a stranger; empty when it
     *     is not known, or there is none
     */
    public TrafficReport judge(OptionalDouble brokerCpuSeconds) {
        boolean allKnown = brokerCpuSeconds.isPresent() || !capabilities.needsBroker();
        Conditions conditions =
                watch.conditions(allKnown ? OptionalDouble.of(brokerCpuSeconds.orElse(0)) : OptionalDouble.empty());
        closeConsumers();
        return new Judge(workload, capabilities)
                .report(
                        ledger.totals(),
                        offer(),
                        Recording.merge(recordings, workload.loop()),
                        deliveredWhileMeasuring,
                        measuredNs / 1e9,
                        conditions,
                        disturbances);
    }

    /** The series of the measured iterations so far; exact after {@link #drain}. */
    public List<org.busmark.latency.Series> series() {
        return Recording.merge(recordings, workload.loop());
    }

    private void closeConsumers() {
        consumers.forEach(Consumer::close);
        consumers.clear();
    }

    /** Closes the consumers and removes the topics; what the bus refuses is noted as a disturbance. */
    @Override
    public void close() {
        closeConsumers();
        for (TopicSpec topic : topics.all()) {
            try {
                bus.deleteTopic(topic);
            } catch (BusException e) {
                disturbances.onDisturbance(org.busmark.bus.Disturbance.FAILURE, "cannot delete: " + e.getMessage());
            }
        }
    }
}
