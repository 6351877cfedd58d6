package org.busmark.bench.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.busmark.bench.fork.RecordedCell;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.latency.Series;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.simulated.SimulatedBus;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.wire.Body;
import org.busmark.workload.Cell;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;

/**
 * A cell of the simulated bus, measured by the real engine in this JVM.
 *
 * @param named settings that stand in the workload, and so in the cell's identity
 * @param script what the bus really does
 */
record MeasuredSimulation(Workload workload, Map<String, String> named, Map<String, String> script) {
    private static final SimulatedAdapter ADAPTER = new SimulatedAdapter();

    /** A bus that is what the workload says. */
    static MeasuredSimulation of(String name, Shape shape, Rate rate, int millis, Map<String, String> script) {
        return new MeasuredSimulation(workload(name, shape, rate, millis, script), script, script);
    }

    /** A bus that has changed behind the same words, as a new version does. */
    MeasuredSimulation changedTo(Map<String, String> other) {
        return new MeasuredSimulation(workload, named, other);
    }

    private static Workload workload(String name, Shape shape, Rate rate, int millis, Map<String, String> settings) {
        return new Workload(
                name,
                shape,
                new DataSize(100),
                Body.RANDOM,
                1,
                1,
                Keys.NONE,
                1,
                1,
                1,
                Guarantee.FIRE_AND_FORGET,
                rate,
                64,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofMillis(millis),
                Map.of(SimulatedAdapter.ID, settings));
    }

    CellCoordinates cell() {
        return RecordedCell.of(new Cell(SimulatedAdapter.ID, workload), benchmark(workload.loop()));
    }

    private static String benchmark(LoopKind loop) {
        return switch (loop) {
            case OPEN -> "OpenLoopBenchmark";
            case CLOSED -> "StreamBenchmark";
            case ROUND_TRIP -> "RoundTripBenchmark";
        };
    }

    RunRecord run(int round) throws BusException {
        DisturbanceLog disturbances = new DisturbanceLog();
        try (SimulatedBus bus = ADAPTER.connect(new BusSettings(Map.of(), script), disturbances)) {
            TrafficReport report =
                    new TrafficRun(bus, ADAPTER.capabilities(), workload, round, Clock.SYSTEM, disturbances).run();
            return record(round, report);
        }
    }

    private RunRecord record(int round, TrafficReport report) {
        Map<SeriesKind, SeriesRecord> series = new EnumMap<>(SeriesKind.class);
        for (Series one : report.series()) {
            series.put(SeriesKind.valueOf(one.name().name()), SeriesRecord.of(one.summary(), 1));
        }
        return new RunRecord(
                round,
                report.judgement().verdict(),
                report.judgement().reasons(),
                report.deliveredPerSecond(),
                series.get(SeriesKind.RESPONSE),
                series.get(SeriesKind.SERVICE),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                named,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
