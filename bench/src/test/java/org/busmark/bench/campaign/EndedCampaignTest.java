package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.busmark.broker.JavaProgram;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a campaign's process ends, what it had is there, it can be gone on with, and nobody outlives it. */
@Timeout(300)
final class EndedCampaignTest {
    private static final int KILLS = 10;
    private static final int LATEST_KILL_MS = 2_500;
    private static final Path PROC = Path.of("/proc/self/environ");

    /** In the environment of the campaign and of all that it starts. */
    private final String mark = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    @AfterEach
    void endWhatIsLeft() {
        marked().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedAtTenRandomMoments() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PROC), "where there is no /proc nothing ends the forks");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int recorded = 0;
        int campaign = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Path own = folder.resolve("campaign-" + campaign);
            Process process = start(own, folder.resolve("log-" + kill));
            boolean ended = process.waitFor(random.nextInt(LATEST_KILL_MS), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            awaitNobody("kill " + kill + " of seed " + seed);
            if (ended) {
                assertWhole(own);
                recorded = 0;
                campaign++;
            } else if (StoredCampaign.isIn(own.resolve("out"))) {
                StoredCampaign stored = StoredCampaign.open(own.resolve("out"));
                assertTrue(stored.runsRecorded() >= recorded, "kill " + kill + " of seed " + seed);
                recorded = stored.runsRecorded();
                assertEquals(recorded, runs(stored.document()));
            }
        }
        Path last = folder.resolve("campaign-" + campaign);
        Process process = start(last, folder.resolve("log-last"));
        assertEquals(ExitStatus.OK, process.waitFor(), () -> log("log-last"));
        assertWhole(last);
        awaitNobody("the end");
    }

    private static int runs(RunDocument document) {
        return document.cells().stream().mapToInt(cell -> cell.runs().size()).sum();
    }

    private static void assertWhole(Path own) throws IOException {
        RunDocument document = RunDocumentFile.read(own.resolve("out/run.json"));
        assertEquals(DrivenCampaign.RUNS, runs(document));
        for (CellRecord cell : document.cells()) {
            assertFalse(cell.verdict() == Verdict.INVALID, () -> cell.reasons().toString());
        }
        // Also those of the sessions that were killed.
        JsonNode jmh = new ObjectMapper().readTree(own.resolve("out/jmh.json").toFile());
        assertEquals(2, jmh.size());
        for (JsonNode entry : jmh) {
            assertEquals(DrivenCampaign.ROUNDS, entry.get("forks").asInt());
            assertEquals(
                    DrivenCampaign.ROUNDS, entry.at("/primaryMetric/rawData").size());
            assertTrue(entry.at("/secondaryMetrics/service.p50/score").asDouble() > 0, entry::toPrettyString);
        }
        try (Stream<Path> sessions = Files.list(own.resolve("data"))) {
            assertEquals(List.of(), sessions.toList());
        }
    }

    @Test
    void askedToEndItReportsWhatItHas() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(PROC), "where there is no /proc nothing ends the forks");
        Path own = folder.resolve("campaign");
        Process process =
                builder(own).redirectOutput(folder.resolve("data").toFile()).start();
        StringBuilder told = new StringBuilder();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                told.append(line).append('\n');
                if (line.startsWith("2/" + DrivenCampaign.RUNS + " ")) {
                    // The whole group, as a terminal does: the fork that measures hears of it too.
                    new ProcessBuilder("kill", "-TERM", "--", "-" + process.pid())
                            .inheritIO()
                            .start()
                            .waitFor();
                }
            }
        }
        assertEquals(143, process.waitFor(), told::toString);
        awaitNobody("the end");
        assertTrue(told.toString().contains("interrupted with 1 runs recorded; report: "), told::toString);
        assertTrue(
                told.toString().contains("./busmark run --resume --out " + own.resolve("out") + " goes on"),
                told::toString);
        RunDocument document = RunDocumentFile.read(own.resolve("out/run.json"));
        assertEquals(1, runs(document));
        assertEquals(
                "not finished: 1 of " + DrivenCampaign.RUNS + " runs were made",
                document.environment().others().get("campaign"));
        assertTrue(Files.readString(own.resolve("out/report.md")).contains("not finished"));
        Process again = start(own, folder.resolve("log-again"));
        assertEquals(ExitStatus.OK, again.waitFor(), () -> log("log-again"));
        assertWhole(own);
    }

    private Process start(Path own, Path log) throws IOException {
        return builder(own)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private ProcessBuilder builder(Path own) throws IOException {
        Files.createDirectories(own);
        ProcessBuilder builder = new ProcessBuilder(
                "setsid",
                JavaProgram.ofThisProcess(),
                "-Djmh.ignoreLock=true",
                "-D" + MeasurementLock.PROPERTY + "=" + folder.resolve("lock"),
                "-cp",
                System.getProperty("java.class.path"),
                DrivenCampaign.class.getName(),
                own.toString());
        builder.environment().put("BUSMARK_TEST_MARK", mark);
        return builder;
    }

    /** Watchdogs take a moment to end what is left. */
    private void awaitNobody(String when) {
        for (ProcessHandle process : marked()) {
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError(when + ": left behind: " + process.pid() + " " + process.info(), e);
            }
        }
        assertEquals(List.of(), marked(), when);
    }

    private List<ProcessHandle> marked() {
        return ProcessHandle.allProcesses().filter(this::isMarked).toList();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1)
                    .contains(mark);
        } catch (IOException e) {
            return false;
        }
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
