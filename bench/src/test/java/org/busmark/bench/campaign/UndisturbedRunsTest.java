package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.busmark.bench.plan.CellRunner;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.verdict.Reason;
import org.busmark.workload.Cell;
import org.junit.jupiter.api.Test;

final class UndisturbedRunsTest {
    private static final Cell CELL = new Cell("loopback", FakeCampaign.OPEN);
    private final List<ForkRecord> made = new ArrayList<>();
    private boolean hasTime = true;
    private boolean isBounded = true;

    private static ForkRecord record(Verdict verdict, Reason... why) {
        return FakeForks.record(CELL, 1, verdict, why);
    }

    private CellRunner runs(ForkRecord... records) {
        Iterator<ForkRecord> left = Arrays.asList(records).iterator();
        return new UndisturbedRuns(
                (cell, round) -> {
                    made.add(left.next());
                    return made.get(made.size() - 1);
                },
                new SpareTime(() -> hasTime, isBounded));
    }

    private static void assertMade(int times, ForkRecord wanted, ForkRecord record) {
        assertEquals(new ForkRecord(wanted.cell(), wanted.run().madeTimes(times)), record);
    }

    @Test
    void anUndisturbedRunIsMadeOnce() throws IOException {
        ForkRecord first = record(Verdict.VALID);
        ForkRecord second = record(Verdict.DEGRADED);
        CellRunner runs = runs(first, second);
        assertSame(first, runs.run(CELL, 1));
        assertSame(second, runs.run(CELL, 2));
    }

    @Test
    void aColdOneIsMadeAgain() throws IOException {
        ForkRecord wanted = record(Verdict.VALID);
        ForkRecord cold = record(Verdict.DEGRADED, Reason.COMPILING);
        assertMade(3, wanted, runs(cold, cold, wanted).run(CELL, 1));
    }

    @Test
    void soIsOneOfWhoseTimeTheHypervisorOrOthersTookSome() throws IOException {
        ForkRecord wanted = record(Verdict.VALID);
        for (Reason why : List.of(Reason.STOLEN_CPU, Reason.FOREIGN_CPU)) {
            assertMade(2, wanted, runs(record(Verdict.DEGRADED, why), wanted).run(CELL, 1));
        }
    }

    @Test
    void butOnlyWhereTimeIsBounded() throws IOException {
        isBounded = false;
        for (Reason why : List.of(Reason.STOLEN_CPU, Reason.FOREIGN_CPU)) {
            ForkRecord disturbed = record(Verdict.DEGRADED, why);
            assertSame(disturbed, runs(disturbed, record(Verdict.VALID)).run(CELL, 1));
        }
        ForkRecord wanted = record(Verdict.VALID);
        assertMade(
                2,
                wanted,
                runs(record(Verdict.DEGRADED, Reason.COMPILING), wanted).run(CELL, 1));
    }

    @Test
    void noneIsMadeForEver() throws IOException {
        ForkRecord cold = record(Verdict.DEGRADED, Reason.COMPILING);
        ForkRecord last = record(Verdict.DEGRADED, Reason.STOLEN_CPU);
        assertMade(UndisturbedRuns.MOST, last, runs(cold, cold, last, cold).run(CELL, 1));
        assertEquals(UndisturbedRuns.MOST, made.size());
    }

    @Test
    void whatFailsIsNotRepeated() throws IOException {
        for (Reason why : List.of(Reason.COMPILING, Reason.STOLEN_CPU, Reason.FOREIGN_CPU)) {
            ForkRecord failed = record(Verdict.INVALID, why);
            assertSame(failed, runs(failed, record(Verdict.VALID)).run(CELL, 1));
        }
    }

    @Test
    void aFailureCountsInARepeatToo() throws IOException {
        ForkRecord failed = record(Verdict.INVALID);
        assertMade(
                2,
                failed,
                runs(record(Verdict.DEGRADED, Reason.COMPILING), failed, record(Verdict.VALID))
                        .run(CELL, 1));
    }

    @Test
    void norIsAnythingWhereThereIsNoTime() throws IOException {
        hasTime = false;
        ForkRecord cold = record(Verdict.DEGRADED, Reason.COMPILING);
        assertSame(cold, runs(cold, record(Verdict.VALID)).run(CELL, 1));
    }
}
