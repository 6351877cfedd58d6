package org.busmark.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.campaign.ComparisonAssembler;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;

/** Whole campaigns, made of made-up forks by the code that makes real ones. */
public final class Campaigns {
    /** A name that tries everything. */
    public static final String HOSTILE = "a|b`c`<script>alert(1)</script>[x](http://e)\n# \u001b[31m*y*";

    private Campaigns() {}

    /**
     * Three rounds: ZeroMQ is four times as fast in the closed loop and ten times in the round trip; in the open loop
     * Kafka alone is there, and DEGRADED in its second round.
     */
    public static RunDocument quick() throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            forks.add(MadeUp.streamRun("kafka", round, 500_000 + 2_000 * round));
            forks.add(MadeUp.streamRun("zeromq", round, 2_050_000 - 3_000 * round));
            forks.add(MadeUp.roundTripRun("kafka", round, 1_200 + round));
            forks.add(MadeUp.roundTripRun("zeromq", round, 120 + round));
            forks.add(
                    round == 2
                            ? new ForkRecord(
                                    MadeUp.openLoop("kafka"),
                                    MadeUp.run(
                                            2,
                                            Verdict.DEGRADED,
                                            List.of("offered 10000/s, sent 9700/s (limit 99 %)"),
                                            9_700,
                                            MadeUp.series(800),
                                            MadeUp.series(700)))
                            : MadeUp.openLoopRun("kafka", round, 790 + round));
        }
        return of(forks);
    }

    /** ZeroMQ lost messages that it should not have lost; its numbers are easy to find: 7.77 million. */
    public static RunDocument withAnInvalidCell() throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            forks.add(MadeUp.streamRun("kafka", round, 500_000 + 2_000 * round));
            forks.add(new ForkRecord(
                    MadeUp.stream("zeromq"),
                    MadeUp.run(
                            round,
                            round == 2 ? Verdict.INVALID : Verdict.VALID,
                            round == 2 ? List.of("lost 3 of 1000000, limit 0") : List.of(),
                            7_770_000,
                            null,
                            MadeUp.series(7_770))));
        }
        return of(forks);
    }

    /** One cell whose bus and workload are called {@link #HOSTILE}. */
    public static RunDocument hostile() throws IOException {
        CellCoordinates where = new CellCoordinates(
                "hostile", HOSTILE, HOSTILE, Guarantee.FIRE_AND_FORGET, Rate.MAX, 100, "StreamBenchmark");
        return of(List.of(new ForkRecord(
                where, MadeUp.run(1, Verdict.DEGRADED, List.of(HOSTILE), 1_000, null, MadeUp.series(5)))));
    }

    /** The document of these forks. */
    public static RunDocument of(List<ForkRecord> forks) throws IOException {
        List<CellRecord> cells = new CellAssembler((kind, runs) -> runs.stream()
                        .map(run -> run.series(kind))
                        .flatMap(series -> Optional.ofNullable(series).stream())
                        .findFirst())
                .assemble(forks);
        return MadeUp.document(cells, ComparisonAssembler.compare(cells, Set.of()));
    }
}
