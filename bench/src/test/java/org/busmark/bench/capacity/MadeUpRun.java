package org.busmark.bench.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.BacklogRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesRecord;
import org.busmark.wire.Body;
import org.busmark.workload.DataSize;
import org.busmark.workload.Keys;
import org.busmark.workload.Rate;
import org.busmark.workload.Shape;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/** What a run of an open loop would record: nothing speaks against its rate, until a test spoils it. */
final class MadeUpRun {
    static final double OBJECTIVE_US = 50_000;

    private final Workload offered;
    private Verdict verdict = Verdict.VALID;
    private List<String> reasons = List.of();
    private double sentShare = 1;
    private double arrivedShare = 1;
    private double backlogPerSecond;
    private int backlogSamples = 12;
    private @Nullable Double p99Us = 5_000.0;
    private double lagUs = 10;
    private double ownLagUs = 5;

    private MadeUpRun(Workload offered) {
        this.offered = offered;
    }

    static MadeUpRun of(Workload offered) {
        return new MadeUpRun(offered);
    }

    /** An open loop whose own rate and times no search uses. */
    static Workload workload(Shape shape) {
        return new Workload(
                "steady",
                shape,
                new DataSize(1024),
                Body.RANDOM,
                1,
                1,
                Keys.NONE,
                1,
                1,
                1,
                Guarantee.PERSISTED,
                shape == Shape.ROUND_TRIP ? Rate.MAX : new Rate(10),
                1_000,
                Duration.ofMillis(50),
                Duration.ofSeconds(20),
                Duration.ofSeconds(40),
                Map.of());
    }

    MadeUpRun judged(Verdict other, String... why) {
        verdict = other;
        reasons = List.of(why);
        return this;
    }

    /** Of the due messages that many left; half of the time they left late, this late. */
    MadeUpRun sent(double share, double medianLagUs, double ofThatItsOwnUs) {
        sentShare = share;
        lagUs = medianLagUs;
        ownLagUs = ofThatItsOwnUs;
        return this;
    }

    MadeUpRun arrived(double share) {
        arrivedShare = share;
        return this;
    }

    MadeUpRun backlogGrows(double perSecond) {
        backlogPerSecond = perSecond;
        return this;
    }

    MadeUpRun backlogSamples(int count) {
        backlogSamples = count;
        return this;
    }

    MadeUpRun p99Us(@Nullable Double us) {
        p99Us = us;
        return this;
    }

    RunRecord record(int round) {
        double perSecond = offered.rate().perSecond();
        long due = Math.round(perSecond * offered.duration().toMillis() / 1e3);
        long sent = Math.round(sentShare * due);
        long arrived = Math.round(arrivedShare * sent);
        return new RunRecord(
                round,
                verdict,
                reasons,
                arrived / (offered.duration().toMillis() / 1e3),
                series(p99Us, p99Us == null ? 900 : arrived),
                null,
                null,
                series(2 * lagUs, lagUs, sent),
                null,
                new LedgerRecord(
                        due, sent, sent, arrived, arrived, sent - arrived, 0, 0, 0, 0, 0, 0, List.of(), 0, 0, 0, 0),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                series(2 * ownLagUs, ownLagUs, sent),
                null,
                backlog(perSecond),
                null,
                null,
                null,
                null);
    }

    /** The same run on a machine that held a hundredth of its messages for that long. */
    static RunRecord stalled(RunRecord run, double stallUs) {
        SeriesRecord response = run.response();
        return response == null ? run : withResponse(run, series(stallUs, response.count()));
    }

    private static RunRecord withResponse(RunRecord run, SeriesRecord response) {
        return new RunRecord(
                run.round(),
                run.verdict(),
                run.reasons(),
                run.throughputPerSecond(),
                response,
                run.service(),
                run.ack(),
                run.pacingLag(),
                run.blocked(),
                run.ledger(),
                run.cost(),
                run.histogramFiles(),
                run.disturbances(),
                run.disturbanceLines(),
                run.clientVersion(),
                run.brokerVersion(),
                run.settings(),
                run.pacerError(),
                run.jitter(),
                run.backlog(),
                run.stolenCpuShare(),
                run.foreignCpuShare(),
                run.compilingShare(),
                null);
    }

    private List<BacklogRecord> backlog(double perSecond) {
        List<BacklogRecord> backlog = new ArrayList<>();
        for (int i = 0; i < backlogSamples; i++) {
            double seconds = i / 4.0;
            backlog.add(new BacklogRecord(
                    seconds, Math.round(3 + i % 2 + backlogPerSecond * seconds), Math.round(perSecond * seconds)));
        }
        return backlog;
    }

    private static SeriesRecord series(@Nullable Double p99Us, long count) {
        return series(p99Us, p99Us == null ? 900 : p99Us / 5, count);
    }

    private static SeriesRecord series(@Nullable Double p99Us, double p50Us, long count) {
        return new SeriesRecord(p50Us, p50Us, p99Us, null, null, null, count, 1, null, null, 0, 0);
    }
}
