package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.busmark.bench.fakes.GuardedAdapter;
import org.busmark.bench.fakes.StuckAdapter;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.hosting.BusHost;
import org.busmark.broker.BrokerSession;
import org.busmark.bus.BusAdapter;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.RunRecord;
import org.busmark.simulated.LoopbackAdapter;
import org.busmark.workload.Cell;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SharedJvmTest {
    private static final Workload WORK = BuiltIns.workloadNamed("small-open-loop")
            .withRate(new Rate(2_000))
            .withTimes(Duration.ofMillis(100), Duration.ofMillis(500));
    private static final Duration BEYOND_ITS_WORK = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private BrokerSession session;
    private SharedJvm jvm;
    private ForkLauncher launcher;
    private List<ProcessHandle> before;
    private int number;

    @BeforeEach
    void open() throws IOException {
        session = BrokerSession.open(folder.resolve("data"));
        before = ProcessHandle.current().children().toList();
        jvm = new SharedJvm(session, folder.resolve("shared.log"));
        launcher = new ForkLauncher(session, folder.resolve("out"), BEYOND_ITS_WORK).in(jvm);
    }

    @AfterEach
    void close() {
        jvm.close();
        session.close();
    }

    private List<ProcessHandle> living() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(child -> !before.contains(child)).toList();
        }
    }

    private RunRecord run(BusHost host, Workload workload) throws IOException {
        number++;
        return launcher.run(host, new Cell(host.adapter().id(), workload), number, number)
                .record()
                .run();
    }

    private static BusHost host(BusAdapter adapter) {
        return BusHost.withoutBroker(adapter);
    }

    @Test
    void makesRunsOneAfterTheOtherAndAccountsForEachAlone() throws IOException {
        BusHost loopback = host(new LoopbackAdapter());
        RunRecord first = run(loopback, WORK);
        List<ProcessHandle> after = living();
        RunRecord second = run(loopback, WORK.withRate(new Rate(4_000)));
        RunRecord third = run(loopback, WORK.withRate(Rate.MAX));

        assertEquals(1, after.size());
        assertEquals(after, living());
        for (RunRecord made : List.of(first, second, third)) {
            assertNotEquals(
                    Verdict.INVALID, made.verdict(), () -> made.reasons().toString());
            assertEquals(
                    Objects.requireNonNull(made.ledger()).attempted(),
                    made.ledger().delivered());
        }
        assertEquals(List.of(1, 2, 3), List.of(first.round(), second.round(), third.round()));
        assertTimed(1_000, first);
        assertTimed(2_000, second);
        assertEquals(null, third.response());

        jvm.close();
        assertEquals(List.of(), living());
    }

    /** What is due as the time ends may not be sent any more; what was sent is timed, and nothing of another run. */
    private static void assertTimed(long due, RunRecord run) {
        long sent = Objects.requireNonNull(run.pacingLag()).count();
        assertTrue(sent >= due / 2 && sent <= due, () -> sent + " of " + due);
        assertEquals(sent, Objects.requireNonNull(run.response()).count());
    }

    @Test
    void resultsOfJmhComeBack() throws IOException {
        var result = launcher.run(host(new LoopbackAdapter()), new Cell("loopback", WORK), 1, 1);
        assertEquals(1, result.jmh().size());
        assertTrue(result.jmh()
                .iterator()
                .next()
                .getSecondaryResults()
                .keySet()
                .toString()
                .contains("response"));
    }

    @Test
    void aRunThatFailsSaysWhyAndTheNextHasAFreshJvm() throws IOException {
        BusHost guarded = BusHost.external(new GuardedAdapter(), Map.of("password", "wrong"));
        RunRecord failed = run(guarded, WORK);
        assertEquals(Verdict.INVALID, failed.verdict());
        assertTrue(failed.reasons().get(0).contains("wrong password"), failed.reasons()::toString);
        assertEquals(List.of(), living());
        assertNotEquals(Verdict.INVALID, run(host(new LoopbackAdapter()), WORK).verdict());
    }

    @Test
    void aRunThatOutstaysItsTimeIsKilled() throws IOException {
        RunRecord stuck = run(host(new StuckAdapter()), WORK);
        assertEquals(Verdict.INVALID, stuck.verdict());
        assertTrue(
                stuck.reasons().get(0).contains("it was killed because it was still there after"),
                stuck.reasons()::toString);
        assertEquals(List.of(), living());
    }

    @Test
    void aJvmThatIsKilledIsAFailedRun() throws IOException, InterruptedException {
        Thread killer = new Thread(() -> {
            // Not what starts it, which is a child for a moment.
            while (living().stream().noneMatch(SharedJvmTest::isJava)) {
                Thread.onSpinWait();
            }
            living().forEach(ProcessHandle::destroyForcibly);
        });
        killer.start();
        RunRecord killed = run(host(new LoopbackAdapter()), WORK);
        killer.join();
        assertEquals(Verdict.INVALID, killed.verdict());
        assertTrue(killed.reasons().get(0).contains("ended with status"), killed.reasons()::toString);
        assertNotEquals(Verdict.INVALID, run(host(new LoopbackAdapter()), WORK).verdict());
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }
}
