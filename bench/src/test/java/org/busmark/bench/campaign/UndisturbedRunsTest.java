package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.busmark.bench.campaign.FakeForks.Beside;
import org.busmark.bench.plan.CellRunner;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.verdict.Limits;
import org.busmark.workload.Cell;
import org.junit.jupiter.api.Test;

final class UndisturbedRunsTest {
    private static final Cell CELL = new Cell("loopback", FakeCampaign.OPEN);
    private static final double CALM = Limits.COMPILING_SHARE_OPEN_LOOP;
    private static final double BUSY = 1.01 * CALM;
    private static final Beside NOTHING = new Beside(Limits.STOLEN_CPU_SHARE, Limits.FOREIGN_CPU_SHARE, CALM);
    private static final Beside COMPILERS = new Beside(0.0, 0.0, BUSY);
    private static final Beside HYPERVISOR = new Beside(1.01 * Limits.STOLEN_CPU_SHARE, 0.0, 0.0);
    private static final Beside OTHERS = new Beside(0.0, 1.01 * Limits.FOREIGN_CPU_SHARE, 0.0);

    private final List<ForkRecord> made = new ArrayList<>();
    private boolean hasTime = true;
    private boolean isBounded = true;

    private static ForkRecord record(Verdict verdict, Beside beside) {
        return FakeForks.record(CELL, 1, verdict, beside);
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
        ForkRecord first = record(Verdict.VALID, NOTHING);
        ForkRecord second = record(Verdict.DEGRADED, NOTHING);
        CellRunner runs = runs(first, second);
        assertSame(first, runs.run(CELL, 1));
        assertSame(second, runs.run(CELL, 2));
    }

    @Test
    void aColdOneIsMadeAgain() throws IOException {
        ForkRecord wanted = record(Verdict.VALID, NOTHING);
        ForkRecord cold = record(Verdict.DEGRADED, COMPILERS);
        assertMade(3, wanted, runs(cold, cold, wanted).run(CELL, 1));
    }

    @Test
    void soIsOneOfWhoseTimeTheHypervisorOrOthersTookSome() throws IOException {
        ForkRecord wanted = record(Verdict.VALID, NOTHING);
        for (Beside beside : List.of(HYPERVISOR, OTHERS)) {
            assertMade(2, wanted, runs(record(Verdict.DEGRADED, beside), wanted).run(CELL, 1));
        }
    }

    @Test
    void butOnlyWhereTimeIsBounded() throws IOException {
        isBounded = false;
        for (Beside beside : List.of(HYPERVISOR, OTHERS)) {
            ForkRecord disturbed = record(Verdict.DEGRADED, beside);
            assertSame(
                    disturbed, runs(disturbed, record(Verdict.VALID, NOTHING)).run(CELL, 1));
        }
        ForkRecord wanted = record(Verdict.VALID, NOTHING);
        assertMade(2, wanted, runs(record(Verdict.DEGRADED, COMPILERS), wanted).run(CELL, 1));
    }

    @Test
    void noneIsMadeForEver() throws IOException {
        ForkRecord cold = record(Verdict.DEGRADED, COMPILERS);
        ForkRecord last = record(Verdict.DEGRADED, HYPERVISOR);
        assertMade(UndisturbedRuns.MOST, last, runs(cold, cold, last, cold).run(CELL, 1));
        assertEquals(UndisturbedRuns.MOST, made.size());
    }

    @Test
    void whatFailsOrDoesNotTellIsNotRepeated() throws IOException {
        for (Beside beside : List.of(COMPILERS, HYPERVISOR, OTHERS)) {
            ForkRecord failed = record(Verdict.INVALID, beside);
            assertSame(failed, runs(failed, record(Verdict.VALID, NOTHING)).run(CELL, 1));
        }
        ForkRecord silent = record(Verdict.DEGRADED, new Beside(null, null, null));
        assertSame(silent, runs(silent, record(Verdict.VALID, NOTHING)).run(CELL, 1));
    }

    @Test
    void aFailureCountsInARepeatToo() throws IOException {
        ForkRecord failed = record(Verdict.INVALID, new Beside(null, null, null));
        assertMade(
                2,
                failed,
                runs(record(Verdict.DEGRADED, COMPILERS), failed, record(Verdict.VALID, NOTHING))
                        .run(CELL, 1));
    }

    @Test
    void norIsAnythingWhereThereIsNoTime() throws IOException {
        hasTime = false;
        ForkRecord cold = record(Verdict.DEGRADED, COMPILERS);
        assertSame(cold, runs(cold, record(Verdict.VALID, NOTHING)).run(CELL, 1));
    }
}
