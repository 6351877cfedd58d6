package org.busmark.bench.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Disturbance;
import org.busmark.latency.IntervalLog;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesSummary;
import org.busmark.ledger.LedgerTotals;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.RunRecordFile;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.verdict.Conditions;
import org.busmark.workload.LoopKind;
import org.jspecify.annotations.Nullable;

/** Writes what a run showed: an interval log for each series, then the record. */
final class RunRecording {
    private static final String HISTOGRAMS = "histograms";

    private final MeasuredWork work;
    private final ForkBrief brief;

    RunRecording(MeasuredWork work, ForkBrief brief) {
        this.work = work;
        this.brief = brief;
    }

    void write(TrafficReport report, BusFacts facts, DisturbanceLog disturbances, @Nullable RunCost cost)
            throws IOException {
        Map<SeriesKind, SeriesRecord> series = new EnumMap<>(SeriesKind.class);
        Map<SeriesKind, String> files = new EnumMap<>(SeriesKind.class);
        for (Series one : report.series()) {
            SeriesKind kind = SeriesKind.valueOf(one.name().name());
            series.put(kind, summary(one.summary()));
            if (brief.runFolder() != null) {
                files.put(kind, writeLog(brief.runFolder(), one));
            }
        }
        if (brief.recordFile() != null) {
            RunRecord run = new RunRecord(
                    brief.round(),
                    report.judgement().verdict(),
                    report.judgement().reasons(),
                    report.measuredSeconds() > 0 ? report.deliveredPerSecond() : null,
                    series.get(SeriesKind.RESPONSE),
                    series.get(SeriesKind.SERVICE),
                    series.get(SeriesKind.ACK),
                    series.get(SeriesKind.PACING_LAG),
                    series.get(SeriesKind.BLOCKED),
                    ledger(report.ledger()),
                    cost == null ? null : cost.perMillion(report.deliveredWhileMeasuring(), pacingCpuSeconds(report)),
                    files,
                    counts(disturbances),
                    report.disturbances(),
                    facts.clientVersion(),
                    facts.brokerVersion(),
                    facts.settings(),
                    series.get(SeriesKind.PACER_ERROR),
                    series.get(SeriesKind.JITTER),
                    backlog(report.conditions()),
                    boxed(report.conditions().stolenCpuShare()),
                    boxed(report.conditions().foreignCpuShare()),
                    boxed(report.conditions().compilingShare()),
                    null);
            RunRecordFile.write(
                    brief.recordFile(), new ForkRecord(RecordedCell.of(work.cell(), work.benchmark()), run));
        }
    }

    private String writeLog(Path folder, Series series) throws IOException {
        String name = "%s-%s-round-%d-%s.hlog"
                .formatted(
                        work.adapter().id(),
                        work.cell().id(),
                        brief.round(),
                        series.name().key());
        Path file = folder.resolve(HISTOGRAMS).resolve(name);
        Files.createDirectories(file.getParent());
        IntervalLog.write(
                file,
                series,
                Instant.now(),
                List.of(
                        work.adapter().id() + " " + work.workload().name() + " round " + brief.round(),
                        series.name().definition()));
        return HISTOGRAMS + "/" + name;
    }

    /** Null where nothing is on a schedule. */
    private @Nullable Double pacingCpuSeconds(TrafficReport report) {
        return work.workload().loop() == LoopKind.OPEN ? report.conditions().pacingCpuSeconds() : null;
    }

    private static @Nullable List<BacklogRecord> backlog(Conditions conditions) {
        List<BacklogRecord> backlog = conditions.backlog().stream()
                .map(sample -> new BacklogRecord(sample.seconds(), sample.messages(), sample.delivered()))
                .toList();
        return backlog.isEmpty() ? null : backlog;
    }

    private static SeriesRecord summary(SeriesSummary summary) {
        return new SeriesRecord(
                boxed(summary.p50Us()),
                boxed(summary.p90Us()),
                boxed(summary.p99Us()),
                boxed(summary.p999Us()),
                boxed(summary.p9999Us()),
                boxed(summary.maxUs()),
                summary.count(),
                1,
                null,
                null,
                summary.negative(),
                summary.outOfRange());
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static LedgerRecord ledger(LedgerTotals totals) {
        return new LedgerRecord(
                totals.scheduled(),
                totals.attempted(),
                totals.acknowledged(),
                totals.delivered(),
                totals.ok(),
                totals.lost(),
                totals.unexpected(),
                totals.duplicated(),
                totals.redelivered(),
                totals.recovered(),
                totals.outOfOrder(),
                totals.corrupted(),
                totals.firstOffenders(),
                totals.handedOver(),
                totals.rejected(),
                totals.unknown(),
                totals.illegalDuplicates(),
                totals.withoutOutcome(),
                totals.surplusOutcomes());
    }

    private static Map<Disturbance, Long> counts(DisturbanceLog log) {
        return new HashMap<>(log.counts());
    }
}
