package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.Optional;
import org.busmark.bench.plan.CellRunner;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.workload.Cell;

/** Runs what is not recorded yet, and records it at once; what is recorded is not run again. */
final class RecordedRuns implements CellRunner {
    private final RunRecords records;
    private final Interruption interruption;
    private final CellRunner next;

    RecordedRuns(RunRecords records, Interruption interruption, CellRunner next) {
        this.records = records;
        this.interruption = interruption;
        this.next = next;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        Optional<ForkRecord> recorded = records.find(cell, round);
        if (recorded.isPresent()) {
            return recorded.get();
        }
        ForkRecord record = next.run(cell, round);
        if (record.run().verdict() == Verdict.INVALID) {
            interruption.holdIfBegunAfterFailure();
        }
        interruption.holdIfBegun();
        records.keep(record);
        return record;
    }
}
