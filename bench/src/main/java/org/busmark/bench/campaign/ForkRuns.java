package org.busmark.bench.campaign;

import java.io.IOException;
import java.util.List;
import org.busmark.bench.hosting.BusHost;
import org.busmark.bench.plan.CellRunner;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunRecord;
import org.busmark.workload.Cell;
import org.jspecify.annotations.Nullable;

/** Runs a cell in another JVM on its bus's broker, if that lives. */
final class ForkRuns implements CellRunner {
    private final BusHosts hosts;
    private final Launcher launcher;
    private final RunNumbers numbers;
    private final @Nullable RunRecords beside;

    /** @param beside where JMH's own results and interval logs are left beside the record; null where it is all that is wanted */
    ForkRuns(BusHosts hosts, Launcher launcher, RunNumbers numbers, @Nullable RunRecords beside) {
        this.hosts = hosts;
        this.launcher = launcher;
        this.numbers = numbers;
        this.beside = beside;
    }

    @Override
    public ForkRecord run(Cell cell, int round) throws IOException {
        ForkLauncher.Result result = resultOf(cell, round);
        if (beside != null) {
            // Before the record: a run that is recorded has its results, unless it failed.
            JmhResults.write(beside.jmhFile(cell.id(), round), result.jmh());
        }
        return result.record();
    }

    private ForkLauncher.Result resultOf(Cell cell, int round) throws IOException {
        BusHost host = hosts.living(cell.bus());
        if (host == null) {
            String reason = "the broker of " + cell.bus() + " had ended before this run; its log is in logs/";
            ForkRecord failed = new ForkRecord(ForkLauncher.coordinates(cell), RunRecord.failed(round, reason));
            return new ForkLauncher.Result(failed, List.of());
        }
        return launcher.run(host, cell, round, numbers.next(), beside != null);
    }
}
