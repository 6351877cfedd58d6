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
    private boolean cold = true;

    private static ForkRecord record(Verdict verdict, @Nullable Double compilingShare) {
        return FakeForks.record(CELL, 1, verdict, compilingShare);
    }

    private CellRunner runs(ForkRecord... records) {
        Iterator<ForkRecord> left = Arrays.asList(records).iterator();
        CellRunner next = (cell, round) -> {
            cold = false;
            made.add(left.next());
            return made.get(made.size() - 1);
        };
        return new WarmedRuns(() -> cold, next);
    }

    @Test
    void theFirstRunIsMadeForNothing() throws IOException {
        ForkRecord wanted = record(Verdict.VALID, BUSY);
        ForkRecord further = record(Verdict.VALID, BUSY);
        CellRunner runs = runs(record(Verdict.VALID, CALM), wanted, further);
        assertSame(wanted, runs.run(CELL, 1));
        assertSame(further, runs.run(CELL, 1));
    }

    @Test
    void andAgainWhileCompilersAreAtWork() throws IOException {
        ForkRecord wanted = record(Verdict.VALID, CALM);
        ForkRecord busy = record(Verdict.DEGRADED, BUSY);
        assertSame(wanted, runs(busy, record(Verdict.DEGRADED, CALM), wanted).run(CELL, 1));
    }

    @Test
    void butNotForEver() throws IOException {
        ForkRecord busy = record(Verdict.DEGRADED, BUSY);
        ForkRecord last = record(Verdict.DEGRADED, BUSY);
        assertSame(last, runs(busy, busy, busy, last).run(CELL, 1));
        assertEquals(WarmedRuns.MOST + 1, made.size());
    }

    @Test
    void whatFailsOrDoesNotTellIsNotRepeated() throws IOException {
        ForkRecord wanted = record(Verdict.INVALID, BUSY);
        assertSame(wanted, runs(record(Verdict.INVALID, BUSY), wanted).run(CELL, 1));
        cold = true;
        assertSame(wanted, runs(record(Verdict.DEGRADED, null), wanted).run(CELL, 1));
    }
}
