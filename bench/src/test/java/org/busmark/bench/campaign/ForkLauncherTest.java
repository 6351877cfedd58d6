package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.busmark.bench.fakes.StuckAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.hosting.BusHost;
import org.busmark.broker.BrokerSession;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunRecord;
import org.busmark.traffic.Settling;
import org.busmark.workload.Cell;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ForkLauncherTest {
    private static final Workload WORK =
            BuiltIns.workloadNamed("small-stream").withTimes(Duration.ofMillis(100), Duration.ofMillis(100));

    @TempDir
    Path folder = Path.of("");

    @Test
    @Timeout(120)
    void aForkThatOutstaysItsTimeIsKilled() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (BrokerSession session = BrokerSession.open(folder.resolve("data"))) {
            Duration beyondItsWork = Duration.ofSeconds(2);
            ForkLauncher launcher = new ForkLauncher(session, folder.resolve("out"), beyondItsWork);
            ForkLauncher.Result result =
                    launcher.run(BusHost.withoutBroker(new StuckAdapter()), new Cell(StuckAdapter.ID, WORK), 3, 1);
            RunRecord run = result.record().run();
            assertEquals(Verdict.INVALID, run.verdict());
            assertEquals(3, run.round());
            String reason = run.reasons().get(0);
            long limitMs = beyondItsWork.plus(Settling.longestRun(WORK)).toMillis();
            assertTrue(reason.contains("it was killed because it was still there after " + limitMs + " ms"), reason);
            assertEquals(List.of(), List.copyOf(result.jmh()));
        }
        assertEquals(
                List.of(),
                ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child))
                        .toList());
    }
}
