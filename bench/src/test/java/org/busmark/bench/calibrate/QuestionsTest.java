package org.busmark.bench.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.LedgerTotals;
import org.busmark.ledger.Verdict;
import org.busmark.simulated.SimulatedAdapter;
import org.busmark.simulated.SimulatedBus;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.TrafficReport;
import org.busmark.traffic.TrafficRun;
import org.busmark.verdict.Reason;
import org.junit.jupiter.api.Test;

/** A calibration that cannot fail is worth nothing: each question notices an instrument that was broken on purpose. */
class QuestionsTest {
    private static final Trial TRIAL = Trial.of("flagged-duplicates", 2000, Duration.ofMillis(300));

    private static Observation observe(Trial trial) throws BusException {
        SimulatedAdapter adapter = new SimulatedAdapter();
        DisturbanceLog log = new DisturbanceLog();
        try (SimulatedBus bus = adapter.connect(new BusSettings(Map.of(), trial.settings()), log)) {
            TrafficReport report =
                    new TrafficRun(bus, adapter.capabilities(), trial.workload(), 1, Clock.SYSTEM, log).run();
            return new Observation(
                    trial,
                    report,
                    bus.truth(),
                    ScriptedTimes.of(trial.parsedScript(), trial.perSecond(), trial.duration(), trial.partitions()),
                    StandardTimes.of(bus.instants(0), trial.perSecond()));
        }
    }

    private static Observation with(Observation observed, UnaryOperator<TrafficReport> change) {
        return new Observation(
                observed.trial(),
                change.apply(observed.report()),
                observed.standard(),
                observed.scripted(),
                observed.happened());
    }

    private static TrafficReport withLedger(TrafficReport report, LedgerTotals ledger) {
        return new TrafficReport(
                ledger,
                report.series(),
                report.deliveredWhileMeasuring(),
                report.measuredSeconds(),
                report.conditions(),
                report.judgement(),
                report.disturbances());
    }

    private static TrafficReport withJudgement(TrafficReport report, Judgement judgement) {
        return new TrafficReport(
                report.ledger(),
                report.series(),
                report.deliveredWhileMeasuring(),
                report.measuredSeconds(),
                report.conditions(),
                judgement,
                report.disturbances());
    }

    /** The response as an instrument would report it that reads its times through this. */
    private static TrafficReport withResponse(TrafficReport report, LongUnaryOperator change) {
        Histogram real = report.series().stream()
                .filter(one -> one.name() == SeriesName.RESPONSE)
                .findFirst()
                .orElseThrow()
                .total();
        SeriesRecorder recorder = new SeriesRecorder(new SeriesWindow(0, 1_000_000_000, 1_000_000_000));
        real.recordedValues().forEach(value -> {
            for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
                recorder.record(0, change.applyAsLong(value.getValueIteratedTo()));
            }
        });
        return new TrafficReport(
                report.ledger(),
                List.of(new Series(SeriesName.RESPONSE, List.of(recorder))),
                report.deliveredWhileMeasuring(),
                report.measuredSeconds(),
                report.conditions(),
                report.judgement(),
                report.disturbances());
    }

    private static List<Check> wrong(Trial.Question question, Observation observed) {
        return question.ask(observed).stream()
                .filter(check -> check.finding() == Check.Finding.INSTRUMENT)
                .toList();
    }

    @Test
    void countsAreExactAndAMissingDeliveryIsNoticed() throws BusException {
        Observation observed = observe(TRIAL);
        assertEquals(List.of(), wrong(new CountsQuestion(), observed));
        LedgerTotals l = observed.report().ledger();
        LedgerTotals unmarked = new LedgerTotals(
                l.scheduled(),
                l.attempted(),
                l.handedOver(),
                l.acknowledged(),
                l.rejected(),
                l.unknown(),
                l.delivered() - 1,
                l.ok() - 1,
                l.lost() + 1,
                l.unexpected(),
                l.duplicated(),
                l.illegalDuplicates(),
                l.redelivered(),
                l.recovered(),
                l.outOfOrder(),
                l.corrupted(),
                l.surplusOutcomes(),
                List.of());
        List<String> noticed =
                wrong(new CountsQuestion(), with(observed, report -> withLedger(report, unmarked))).stream()
                        .map(Check::what)
                        .toList();
        assertEquals(List.of("delivered", "ok", "lost"), noticed);
    }

    @Test
    void aClockThatRunsFivePerCentFastIsTheInstrumentsFault() throws BusException {
        Observation observed = observe(Trial.of("clean", 2000, Duration.ofMillis(700)));
        Trial.Question question = PercentilesQuestion.ofResponses();
        assertEquals(List.of(), wrong(question, observed));
        Observation fast = with(observed, report -> withResponse(report, ns -> ns + ns / 20));
        assertEquals(
                List.of("response p50", "response p99"),
                wrong(question, fast).stream().map(Check::what).toList());
    }

    @Test
    void aStallThatOneMessageShowsIsTheInstrumentsFault() throws BusException {
        Observation observed = observe(Trial.of("short-stall", 1000, Duration.ofMillis(1500)));
        Trial.Question question = new SharesQuestion(false);
        assertEquals(List.of(), wrong(question, observed));
        Observation omitting = with(observed, report -> withResponse(report, ns -> Math.min(ns, 2_000_000)));
        assertEquals(5, wrong(question, omitting).size());
    }

    @Test
    void aVerdictTooMuchOrTooLittleIsTheInstrumentsFault() throws BusException {
        Observation observed = observe(TRIAL);
        Trial.Question question = new VerdictQuestion();
        Judgement invalid = Judgement.invalid("3 messages corrupted, allowed 0");
        assertEquals(
                1,
                wrong(question, with(observed, report -> withJudgement(report, invalid)))
                        .size());

        Trial corrupt = TRIAL.deserves(Verdict.INVALID, Reason.CORRUPTED);
        Observation deserving = new Observation(
                corrupt, observed.report(), observed.standard(), observed.scripted(), observed.happened());
        Judgement both = invalid.and(Judgement.invalid("3 acknowledged messages lost, allowed 0"));
        assertTrue(question.ask(with(deserving, report -> withJudgement(report, invalid)))
                .get(0)
                .passed());
        assertEquals(
                1,
                wrong(question, with(deserving, report -> withJudgement(report, both)))
                        .size());
        assertEquals(
                1,
                wrong(question, with(deserving, report -> withJudgement(report, Judgement.VALID)))
                        .size());
    }

    @Test
    void aBusyMachineIsNotTheInstrumentsFaultAndStillNoPass() throws BusException {
        Observation observed = observe(TRIAL);
        Judgement jitter = Judgement.degraded("machine jitter p99 is 30 ms");
        Check check = new VerdictQuestion()
                .ask(with(observed, report -> withJudgement(report, jitter)))
                .get(0);
        assertEquals(Check.Finding.MACHINE, check.finding());
        assertTrue(!check.passed() && check.note().equals(Check.TOO_BUSY), check::toString);
    }
}
