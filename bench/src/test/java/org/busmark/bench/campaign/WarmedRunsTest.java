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
import org.busmark.verdict.Limits;
import org.busmark.workload.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WarmedRunsTest {
    private static final Cell CELL = new Cell("loopback", FakeCampaign.OPEN);
    private static final double CALM = Limits.COMPILING_SHARE_OPEN_LOOP;
    private static final double BUSY = 1.01 * CALM;

    private final List<ForkRecord> made = new ArrayList<>();
    private boolean hasTime = true;

    private static ForkRecord record(Verdict verdict, @Nullable Double compilingShare) {
        return FakeForks.record(CELL, 1, verdict, compilingShare);
    }

    private CellRunner runs(ForkRecord... records) {
        Iterator<ForkRecord> left = Arrays.asList(records).iterator();
        return new WarmedRuns(
                (cell, round) -> {
                    made.add(left.next());
                    return made.get(made.size() - 1);
                },
                () -> hasTime);
    }

    @Test
    void aWarmRunIsMadeOnce() throws IOException {
        ForkRecord first = record(Verdict.VALID, CALM);
        ForkRecord second = record(Verdict.DEGRADED, CALM);
        CellRunner runs = runs(first, second);
        assertSame(first, runs.run(CELL, 1));
        assertSame(second, runs.run(CELL, 2));
    }

    @Test
    void aColdOneIsMadeAgain() throws IOException {
        ForkRecord wanted = record(Verdict.VALID, CALM);
        ForkRecord busy = record(Verdict.DEGRADED, BUSY);
        assertSame(wanted, runs(busy, busy, wanted).run(CELL, 1));
    }

    @Test
    void butNotForEver() throws IOException {
        ForkRecord busy = record(Verdict.DEGRADED, BUSY);
        ForkRecord last = record(Verdict.DEGRADED, BUSY);
        assertSame(last, runs(busy, busy, last, busy).run(CELL, 1));
        assertEquals(WarmedRuns.MOST, made.size());
    }

    @Test
    void whatFailsOrDoesNotTellIsNotRepeated() throws IOException {
        ForkRecord failed = record(Verdict.INVALID, BUSY);
        assertSame(failed, runs(failed, record(Verdict.VALID, CALM)).run(CELL, 1));
        ForkRecord silent = record(Verdict.DEGRADED, null);
        assertSame(silent, runs(silent, record(Verdict.VALID, CALM)).run(CELL, 1));
    }

    @Test
    void aFailureCountsInARepeatToo() throws IOException {
        ForkRecord failed = record(Verdict.INVALID, null);
        assertSame(
                failed,
                runs(record(Verdict.DEGRADED, BUSY), failed, record(Verdict.VALID, CALM))
                        .run(CELL, 1));
    }

    @Test
    void norIsAnythingWhereThereIsNoTime() throws IOException {
        hasTime = false;
        ForkRecord busy = record(Verdict.DEGRADED, BUSY);
        assertSame(busy, runs(busy, record(Verdict.VALID, CALM)).run(CELL, 1));
    }
}
