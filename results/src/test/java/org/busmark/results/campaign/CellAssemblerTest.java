package org.busmark.results.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.busmark.ledger.Verdict;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.record.Throughput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CellAssemblerTest {
    /** Stands for logs: the first run's series, with the number of runs. */
    private static final SeriesMerger FIRST = (kind, runs) -> runs.stream()
            .flatMap(run -> Optional.ofNullable(run.series(kind)).stream())
            .findFirst();

    private final CellAssembler assembler = new CellAssembler(FIRST);

    @Test
    void medianAndIntervalOverRounds() throws IOException {
        CellRecord cell = only(
                MadeUp.streamRun("kafka", 3, 600_000),
                MadeUp.streamRun("kafka", 1, 500_000),
                MadeUp.streamRun("kafka", 2, 400_000));

        assertEquals(Verdict.VALID, cell.verdict());
        assertEquals(List.of(), cell.reasons());
        assertEquals(500_000, cell.throughput().medianPerSecond());
        assertEquals(3, cell.throughput().runs());
        assertTrue(requirePresent(cell.throughput().lowPerSecond()) < 400_000);
        assertTrue(requirePresent(cell.throughput().highPerSecond()) > 600_000);
        assertEquals(
                List.of(1, 2, 3), cell.runs().stream().map(RunRecord::round).toList());
    }

    @Test
    void oneRoundHasNoInterval() throws IOException {
        Throughput throughput = only(MadeUp.streamRun("kafka", 1, 500_000)).throughput();

        assertEquals(500_000, throughput.medianPerSecond());
        assertNull(throughput.lowPerSecond());
        assertNull(throughput.highPerSecond());
    }

    @Test
    void ledgersAreSummedAndCostsAreNot() throws IOException {
        CellRecord cell = only(MadeUp.streamRun("kafka", 1, 500_000), MadeUp.streamRun("kafka", 2, 500_000));

        assertEquals(MadeUp.cleanLedger(2_000_000), cell.ledger());
        assertEquals(3.5, requirePresent(cell.cost()).clientCpuSecondsPerMillion());
        assertEquals(200_000_002L, requirePresent(cell.cost()).clientPeakMemoryBytes());
    }

    @Test
    void defectsOfAnAdapterAreSummedToo() throws IOException {
        CellRecord cell = only(
                new ForkRecord(MadeUp.stream("kafka"), MadeUp.disturbedRun(1)),
                new ForkRecord(MadeUp.stream("kafka"), MadeUp.disturbedRun(2)));

        assertEquals(4, requirePresent(cell.ledger()).withoutOutcome());
        assertEquals(2, requirePresent(cell.ledger()).surplusOutcomes());
    }

    @Test
    void theInstrumentsOwnSeriesAreThoseOfTheRuns() throws IOException {
        CellRecord cell = only(MadeUp.watchedRun("kafka", 1), MadeUp.watchedRun("kafka", 2));

        assertEquals(10, requirePresent(cell.series(SeriesKind.PACER_ERROR)).p50Us());
        assertEquals(30, requirePresent(cell.series(SeriesKind.JITTER)).p50Us());
        assertEquals(1.25, requirePresent(cell.cost()).pacingCpuSecondsPerMillion());
        assertNull(only(MadeUp.streamRun("kafka", 1, 1)).series(SeriesKind.JITTER));
    }

    @Test
    void theWorstRunDecidesAndItsNumbersStayOut() throws IOException {
        CellRecord cell = only(
                MadeUp.streamRun("kafka", 1, 500_000),
                new ForkRecord(
                        MadeUp.stream("kafka"),
                        MadeUp.run(2, Verdict.INVALID, List.of("lost 3 of 1000000"), 9e9, null, MadeUp.series(1))),
                MadeUp.streamRun("kafka", 3, 500_000));

        assertEquals(Verdict.INVALID, cell.verdict());
        assertEquals(List.of("round 2: lost 3 of 1000000"), cell.reasons());
        assertEquals(500_000, cell.throughput().medianPerSecond());
        assertEquals(2, cell.throughput().runs());
        assertEquals(3, requirePresent(cell.ledger()).lost());
        assertEquals(9e9, cell.runs().get(1).throughputPerSecond());
    }

    @Test
    void reasonsThatAllRoundsShareAreSaidOnce() throws IOException {
        CellRecord cell = only(
                degraded(1, "stolen CPU 12 % of 5 %", "no steady state"),
                degraded(2, "stolen CPU 12 % of 5 %"),
                degraded(3, "no steady state", "stolen CPU 12 % of 5 %"));

        assertEquals(Verdict.DEGRADED, cell.verdict());
        assertEquals(List.of("stolen CPU 12 % of 5 %", "rounds 1, 3: no steady state"), cell.reasons());
    }

    @Test
    void aCellWhoseForksAllDiedHasNoNumbers() throws IOException {
        CellRecord cell = only(
                new ForkRecord(MadeUp.stream("kafka"), RunRecord.failed(1, "fork died")),
                new ForkRecord(MadeUp.stream("kafka"), RunRecord.failed(2, "fork died")));

        assertEquals(Verdict.INVALID, cell.verdict());
        assertEquals(List.of("fork died"), cell.reasons());
        assertEquals(Throughput.NONE, cell.throughput());
        assertNull(cell.service());
        assertNull(cell.ledger());
        assertNull(cell.cost());
    }

    @Test
    void theIntervalOfP99IsThatOfTheRunsOwn() throws IOException {
        CellRecord cell = only(
                MadeUp.openLoopRun("kafka", 1, 900),
                MadeUp.openLoopRun("kafka", 2, 1000),
                MadeUp.openLoopRun("kafka", 3, 1100));
        SeriesRecord response = requirePresent(cell.response());

        assertTrue(requirePresent(response.p99LowUs()) < 9_000 && requirePresent(response.p99HighUs()) > 11_000);
        assertNull(cell.series(SeriesKind.ACK));
    }

    @Test
    void aRoundThatStandsTwiceAndACellOfTwoMeaningsAreRefused() {
        ForkRecord fork = MadeUp.streamRun("kafka", 1, 1);
        assertThrows(IllegalArgumentException.class, () -> assembler.assemble(List.of(fork, fork)));

        ForkRecord other = new ForkRecord(
                new CellCoordinates(
                        fork.cell().cellId(),
                        "zeromq",
                        "small-stream",
                        fork.cell().guarantee(),
                        fork.cell().rate(),
                        100,
                        "StreamBenchmark"),
                MadeUp.streamRun("zeromq", 2, 1).run());
        assertThrows(IllegalArgumentException.class, () -> assembler.assemble(List.of(fork, other)));
    }

    @Test
    void aCampaignThatAnOlderVersionBeganIsOne() throws IOException {
        Map<String, String> work = Map.of("partitions", "1");
        ForkRecord older = MadeUp.streamRun("kafka", 1, 500_000);
        ForkRecord newer = new ForkRecord(
                OtherCampaign.working(older.cell(), work),
                MadeUp.streamRun("kafka", 2, 500_000).run());

        assertEquals(work, only(older, newer).work());
        assertEquals(2, only(older, newer).runs().size());
        ForkRecord strange = new ForkRecord(
                OtherCampaign.working(older.cell(), Map.of("partitions", "6")),
                MadeUp.streamRun("kafka", 3, 500_000).run());
        assertThrows(IllegalArgumentException.class, () -> assembler.assemble(List.of(older, newer, strange)));
    }

    private CellRecord only(ForkRecord... forks) throws IOException {
        List<CellRecord> cells = assembler.assemble(List.of(forks));
        assertEquals(1, cells.size());
        return cells.get(0);
    }

    private static ForkRecord degraded(int round, String... reasons) {
        return new ForkRecord(
                MadeUp.stream("kafka"),
                MadeUp.run(round, Verdict.DEGRADED, List.of(reasons), 500_000, null, MadeUp.series(900)));
    }

    private static <T> T requirePresent(@Nullable T value) {
        assertNotNull(value);
        return Objects.requireNonNull(value);
    }
}
