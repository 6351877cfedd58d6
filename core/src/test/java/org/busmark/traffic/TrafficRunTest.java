package org.busmark.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.bus.MessageBus;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.LedgerTotals;
import org.busmark.ledger.Verdict;
import org.busmark.simulated.LoopbackAdapter;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.time.Clock;
import org.busmark.verdict.BacklogSample;
import org.busmark.verdict.Reason;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;

/** The engine over the loopback bus: each message accounted for, whatever the loop. */
class TrafficRunTest {
    private static final LoopbackAdapter LOOPBACK = new LoopbackAdapter();

    private static Workload workload(Shape shape, Rate rate, int partitions, Keys keys, int producers, int groups) {
        return workload(shape, rate, partitions, keys, producers, groups, Duration.ofMillis(100));
    }

    private static Workload workload(
            Shape shape, Rate rate, int partitions, Keys keys, int producers, int groups, Duration warmup) {
        return workload(shape, rate, partitions, keys, producers, groups, warmup, 1000);
    }

    private static Workload workload(
            Shape shape, Rate rate, int partitions, Keys keys, int producers, int groups, Duration warmup, int window) {
        return new Workload(
                "test",
                shape,
                new DataSize(100),
                Body.RANDOM,
                1,
                partitions,
                keys,
                producers,
                groups,
                1,
                Guarantee.FIRE_AND_FORGET,
                rate,
                window,
                Duration.ofMillis(50),
                warmup,
                Duration.ofMillis(400),
                Map.of());
    }

    private static TrafficReport run(Workload workload) throws BusException {
        DisturbanceLog disturbances = new DisturbanceLog();
        try (MessageBus bus = LOOPBACK.connect(BusSettings.NONE, disturbances)) {
            return new TrafficRun(bus, LOOPBACK.capabilities(), workload, 7, Clock.SYSTEM, disturbances).run();
        }
    }

    /** What a busy machine does to a run, and the run then says; nothing else may be wrong. */
    private static boolean isOfBusyMachine(String reason) {
        return Reason.of(reason)
                .filter(kind -> kind.isOfMachine() || kind == Reason.OFFERED_RATE || kind == Reason.NO_STEADY_STATE)
                .isPresent();
    }

    private static void assertClean(TrafficReport report) {
        LedgerTotals ledger = report.ledger();
        assertTrue(
                report.judgement().verdict() != Verdict.INVALID
                        && report.judgement().reasons().stream().allMatch(TrafficRunTest::isOfBusyMachine),
                () -> report.judgement().toString());
        assertTrue(ledger.attempted() > 0);
        assertEquals(ledger.attempted(), ledger.delivered());
        assertEquals(0, ledger.lost());
        assertEquals(ledger.attempted(), ledger.handedOver());
    }

    private static Series series(TrafficReport report, SeriesName name) {
        return report.series().stream()
                .filter(series -> series.name() == name)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closedLoopDeliversEverythingAndHasNoResponse() throws BusException {
        TrafficReport report = run(workload(Shape.QUEUE, Rate.MAX, 1, Keys.NONE, 1, 1));
        assertClean(report);
        assertTrue(report.deliveredPerSecond() > 0);
        assertTrue(report.series().stream().noneMatch(series -> series.name() == SeriesName.RESPONSE));
        assertTrue(series(report, SeriesName.SERVICE).count() > 0);
    }

    @Test
    void openLoopTakesEveryScheduledMessage() throws BusException {
        TrafficReport report = run(workload(Shape.QUEUE, new Rate(5000), 1, Keys.NONE, 1, 1, Duration.ZERO));
        assertClean(report);
        assertEquals(2000, report.ledger().scheduled());
        assertTrue(report.ledger().attempted() <= 2000);
        long sent = series(report, SeriesName.PACING_LAG).count();
        assertTrue(sent > 0 && sent <= 2000);
        assertEquals(sent, series(report, SeriesName.RESPONSE).count());
        assertEquals(sent, series(report, SeriesName.PACER_ERROR).count());
        assertEquals(sent, series(report, SeriesName.BLOCKED).count());
        assertEquals(0, series(report, SeriesName.PACER_ERROR).negative());
        assertTrue(report.conditions().pacingCpuSeconds() > 0);
        assertTrue(series(report, SeriesName.JITTER).count() > 40, "steps of 1 ms");
    }

    /** At 100 a second nothing would be compiled before it is measured. */
    @Test
    void aWarmUpSendsMoreThanItsScheduleAndNoneOfItIsMeasured() throws BusException {
        TrafficReport report = run(workload(Shape.QUEUE, new Rate(100), 1, Keys.NONE, 1, 1));
        assertClean(report);
        assertEquals(report.ledger().scheduled(), report.ledger().attempted());
        assertTrue(report.ledger().attempted() > 1_000, () -> report.ledger().toString());
        assertTrue(
                report.ledger().attempted() <= BriskWarmup.MOST_MESSAGES + 50,
                () -> report.ledger().toString());
        assertTrue(series(report, SeriesName.RESPONSE).count() <= 40);
        assertTrue(report.deliveredWhileMeasuring() <= 40);
    }

    /** A queue that the warm-up left would be worked off while measuring. */
    @Test
    void aWarmUpKeepsFewMessagesOnTheirWay() throws BusException {
        SimulatedAdapter simulated = new SimulatedAdapter();
        DisturbanceLog disturbances = new DisturbanceLog();
        try (MessageBus bus =
                simulated.connect(new BusSettings(Map.of(), Map.of("service-time", "5 ms")), disturbances)) {
            Workload slow = workload(Shape.QUEUE, new Rate(50), 1, Keys.NONE, 1, 1, Duration.ofMillis(400));
            TrafficReport report =
                    new TrafficRun(bus, simulated.capabilities(), slow, 7, Clock.SYSTEM, disturbances).run();
            long onSchedule = 30;
            long inTheWarmUp = report.ledger().attempted() - onSchedule;
            assertTrue(
                    inTheWarmUp <= BriskWarmup.WINDOW + 200 / 5 + 10,
                    () -> report.ledger().toString());
            assertEquals(report.ledger().attempted(), report.ledger().delivered());
        }
    }

    @Test
    void theRunIsWatchedWhileItIsMeasured() throws BusException {
        TrafficReport report = run(workload(Shape.QUEUE, Rate.MAX, 1, Keys.NONE, 1, 1));
        long steps = series(report, SeriesName.JITTER).count();
        assertTrue(steps > 0 && steps <= 40, "steps of 10 ms: " + steps);
        List<BacklogSample> backlog = report.conditions().backlog();
        assertFalse(backlog.isEmpty());
        assertTrue(backlog.stream().allMatch(sample -> sample.seconds() <= 0.45 && sample.messages() >= 0));
        assertTrue(report.conditions().foreignCpuShare().isPresent()
                == report.conditions().stolenCpuShare().isPresent());
        assertTrue(report.series().stream().noneMatch(series -> series.name() == SeriesName.PACER_ERROR));
    }

    /** What a JVM does for the first time takes it tens of ms: they stood in the first measured second of every run. */
    @Test
    void theWarmUpIsRecordedAndWatchedAsWell() throws BusException {
        Set<Thread> monitors = ConcurrentHashMap.newKeySet();
        Clock noticing = () -> {
            Thread reader = Thread.currentThread();
            if (reader.getName().equals("busmark-monitor")) {
                monitors.add(reader);
            }
            return System.nanoTime();
        };
        DisturbanceLog disturbances = new DisturbanceLog();
        try (MessageBus bus = LOOPBACK.connect(BusSettings.NONE, disturbances)) {
            Workload workload = workload(Shape.QUEUE, new Rate(5000), 1, Keys.NONE, 1, 1);
            TrafficReport report =
                    new TrafficRun(bus, LOOPBACK.capabilities(), workload, 7, noticing, disturbances).run();

            assertEquals(2, monitors.size());
            assertTrue(series(report, SeriesName.RESPONSE).count() <= 2000, "those of the warm-up are thrown away");
            assertTrue(report.conditions().backlog().size() <= 3, "one each 250 ms of 400 ms");
        }
    }

    @Test
    void producersShareOneSchedule() throws BusException {
        TrafficReport report =
                run(workload(Shape.QUEUE, new Rate(3000), 4, new Keys(Keys.Kind.ZIPF, 50), 3, 1, Duration.ZERO));
        assertClean(report);
        assertEquals(1200, report.ledger().scheduled());
    }

    @Test
    void everyGroupReceivesEverything() throws BusException {
        TrafficReport report = run(
                workload(Shape.FAN_OUT, new Rate(2000), 2, new Keys(Keys.Kind.ROUND_ROBIN, 0), 2, 3, Duration.ZERO));
        assertClean(report);
        assertEquals(3 * 800, report.ledger().scheduled());
        assertEquals(0, report.ledger().delivered() % 3);
    }

    @Test
    void roundTripComesBack() throws BusException {
        TrafficReport report = run(workload(Shape.ROUND_TRIP, Rate.MAX, 1, Keys.NONE, 1, 1));
        assertClean(report);
        assertTrue(series(report, SeriesName.SERVICE).count() > 0);
        assertTrue(report.series().stream().noneMatch(series -> series.name() == SeriesName.RESPONSE));
    }

    /** To read the machine takes a processor for milliseconds, which stood in the figures of the last messages. */
    @Test
    void aSchedulesLastMessagesArriveBeforeTheMachineIsRead() throws BusException {
        SimulatedAdapter adapter = new SimulatedAdapter();
        DisturbanceLog disturbances = new DisturbanceLog();
        BusSettings settings = new BusSettings(Map.of(), Map.of("delay", "150 ms"));
        Workload workload = workload(Shape.QUEUE, new Rate(1000), 1, Keys.NONE, 1, 1, Duration.ZERO);
        try (MessageBus bus = adapter.connect(settings, disturbances);
                Traffic traffic =
                        Traffic.provision(bus, adapter.capabilities(), workload, 7, Clock.SYSTEM, disturbances)) {
            Lane lane = traffic.openLane(0);
            Iteration iteration = traffic.begin(workload.duration().toNanos(), true);
            lane.loop().begin(iteration, () -> false);
            while (Clock.SYSTEM.nanoTime() < iteration.endNs()) {
                lane.loop().step(() -> Clock.SYSTEM.nanoTime() >= iteration.endNs());
            }
            lane.loop().end();
            traffic.end();
            long sent = lane.attempted();
            lane.close();
            assertTrue(sent > 0);
            assertEquals(sent, traffic.judge().ledger().delivered());
        }
    }

    /** While half a large window came free, the sending side of the bus ran dry. */
    @Test
    void aLargeWindowIsRefilledBeforeHalfOfItIsFree() throws BusException {
        assertTrue(refillsWindowOf(6000, "0.65"), "some 2,100 of 6,000 are delivered");
    }

    /** Refilled place by place, each delivery would wake the sender for one message. */
    @Test
    void aWindowIsNotRefilledForFewFreePlaces() throws BusException {
        assertFalse(refillsWindowOf(6000, "0.8"), "some 1,200 of 6,000 are delivered");
    }

    @Test
    void aSmallWindowIsRefilledWhenHalfOfItIsFree() throws BusException {
        assertTrue(refillsWindowOf(100, "0.3"), "some 70 of 100 are delivered");
        assertFalse(refillsWindowOf(100, "0.7"), "some 30 of 100 are delivered");
    }

    /** Fills a window, of which so many are lost, and tries to send one more before any is given up. */
    private static boolean refillsWindowOf(int window, String loss) throws BusException {
        SimulatedAdapter adapter = new SimulatedAdapter();
        DisturbanceLog disturbances = new DisturbanceLog();
        Workload workload = workload(Shape.QUEUE, Rate.MAX, 1, Keys.NONE, 1, 1, Duration.ZERO, window);
        BusSettings settings = new BusSettings(Map.of(), Map.of("loss", loss));
        Clock slow = () -> System.nanoTime() / 10;
        try (MessageBus bus = adapter.connect(settings, disturbances);
                Traffic traffic = Traffic.provision(bus, adapter.capabilities(), workload, 7, slow, disturbances)) {
            Lane lane = traffic.openLane(0);
            Iteration iteration = traffic.begin(workload.duration().toNanos(), true);
            lane.loop().begin(iteration, () -> false);
            assertEquals(window, lane.attempted());
            AtomicInteger looks = new AtomicInteger();
            lane.loop().step(() -> looks.incrementAndGet() > 2_000);
            long sent = lane.attempted();
            lane.close();
            return sent > window;
        }
    }
}
