package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.busmark.bench.campaign.BrokerMode;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bench.fork.WorkloadText;
import org.busmark.results.record.CampaignRecord;
import org.busmark.results.record.CampaignRecord.WorkRecord;
import org.busmark.results.record.CampaignRecordFile;
import org.busmark.results.record.HarnessRecord;
import org.busmark.workload.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --resume}, as far as the command line goes. */
final class ResumeTest {
    @TempDir
    Path folder;

    private Path out = Path.of("");
    private Path address = Path.of("");

    @BeforeEach
    void aCampaignThatMadeNoRunYet() throws IOException {
        out = Files.createDirectory(folder.resolve("out"));
        address = Files.writeString(folder.resolve("k.properties"), "bootstrap.servers=there:1\n");
        CampaignRecordFile.write(out, campaign(Map.of()));
    }

    private CampaignRecord campaign(Map<String, String> connectionFiles) {
        return new CampaignRecord(
                1,
                Instant.EPOCH,
                new HarnessRecord("0", null, List.of("./busmark", "run")),
                7,
                null,
                4,
                "once",
                List.of(new WorkRecord(WorkloadText.of(BuiltIns.workloadNamed("fan-out")), 4, null)),
                List.of("kafka", "zeromq"),
                List.of("tcp"),
                "native",
                connectionFiles,
                folder.resolve("data").toString());
    }

    @Test
    void theFolderSaysWhatToRun() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--resume", "--out", out.toString()), run::err);
        CampaignRequest request = run.request();
        assertEquals(List.of(BuiltIns.workloadNamed("fan-out")), request.workloads());
        assertEquals(4, request.rounds());
        assertEquals(7, request.seed());
        assertEquals(List.of("kafka", "zeromq"), request.buses());
        assertEquals(List.of("tcp"), request.bounds());
        assertEquals(out, request.out());
        assertEquals(folder.resolve("data"), request.dataDir());
        assertEquals(BrokerMode.NATIVE, request.brokers());
        assertNull(request.budget());
    }

    @Test
    void addressesAreReadAgainFromTheirFiles() throws IOException {
        CampaignRecordFile.write(out, campaign(Map.of("kafka", address.toString())));
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--resume", "--out", out.toString()), run::err);
        assertEquals(
                Map.of("kafka", Map.of("bootstrap.servers", "there:1")),
                run.request().brokerProperties());
        Files.delete(address);
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE, address + ": no such file", "run", "--resume", "--out", out.toString());
    }

    @Test
    void whoSaysItAgainMustSayTheSame() throws IOException {
        CampaignRecord both = campaign(Map.of());
        CampaignRecordFile.write(
                out,
                new CampaignRecord(
                        1,
                        both.startedAt(),
                        both.harness(),
                        7,
                        null,
                        4,
                        "once",
                        both.work(),
                        both.buses(),
                        List.of(),
                        "native",
                        Map.of(),
                        both.dataDir()));
        String[] same = {
            "run",
            "--resume",
            "--out",
            out.toString(),
            "--workload",
            "fan-out",
            "--bus",
            "kafka,zeromq",
            "--rounds",
            "4"
        };
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of(same), run::err);
        assertEquals(7, run.request().seed());
        same[same.length - 1] = "5";
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "--resume: " + out + " holds another run; it differs in its rounds: 4 there, 5 asked for; "
                                + "--resume with --out alone goes on with that one",
                        same);
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "it differs in its seed: 7 there, 8 asked for",
                        "run",
                        "--resume",
                        "--out",
                        out.toString(),
                        "--seed",
                        "8");
    }

    /** A suite's budget is for a run that begins: what it left out is to be made up. */
    @Test
    void whoGoesOnHasTheTime() throws IOException {
        Suite quick = BuiltIns.suiteNamed("quick");
        CampaignRecordFile.write(
                out,
                new CampaignRecord(
                        1,
                        Instant.EPOCH,
                        new HarnessRecord("0", null, List.of("./busmark", "run")),
                        7,
                        quick.name(),
                        quick.rounds(),
                        quick.work().brokers().text(),
                        quick.work().items().stream()
                                .map(item -> new WorkRecord(
                                        WorkloadText.of(item.workload()),
                                        item.rounds(),
                                        item.question().text()))
                                .toList(),
                        List.of("zeromq"),
                        List.of(),
                        "native",
                        Map.of(),
                        folder.resolve("data").toString()));
        CommandRun run = new CommandRun(folder);
        assertEquals(
                ExitStatus.OK,
                run.of("run", "--resume", "--out", out.toString(), "--suite", "quick", "--bus", "zeromq"),
                run::err);
        assertNull(run.request().budget());
        CommandRun begun = new CommandRun(folder);
        assertEquals(
                ExitStatus.OK,
                begun.of("run", "--out", folder.resolve("new").toString(), "--suite", "quick", "--bus", "zeromq"),
                begun::err);
        assertEquals(quick.budget(), begun.request().budget());
    }

    @Test
    void withoutItAnInterruptedRunIsLeftAsItIs() {
        new CommandRun(folder)
                .assertRefused(
                        ExitStatus.USAGE,
                        "--out " + out + ": holds a run that is not finished; ./busmark run --resume --out " + out
                                + " goes on with it",
                        "run",
                        "--out",
                        out.toString());
    }

    @Test
    void refusesWhatCannotBeGoneOnWith() throws IOException {
        CommandRun run = new CommandRun(folder);
        run.assertRefused(ExitStatus.USAGE, "--resume needs --out DIR: the folder of the run", "run", "--resume");
        run.assertRefused(
                ExitStatus.USAGE,
                "--out " + folder + ": holds no run to go on with; allowed with --resume: a folder with campaign.json",
                "run",
                "--resume",
                "--out",
                folder.toString());
        Files.writeString(out.resolve("campaign.json"), "{\"schemaVersion\": 1, \"seed\":");
        run.assertRefused(
                ExitStatus.USAGE, out.resolve("campaign.json") + ":1:", "run", "--resume", "--out", out.toString());
        run.assertRefused(ExitStatus.USAGE, "holds a run already", "run", "--out", out.toString());
    }

    @Test
    void aPlanOfWhatWasInterruptedRunsNothing() {
        CommandRun run = new CommandRun(folder);
        assertEquals(ExitStatus.OK, run.of("run", "--resume", "--out", out.toString(), "--plan"), run::err);
        assertTrue(run.out().contains("3 cells, up to 4 rounds, 9 runs"), run::out);
        assertTrue(run.out().contains("of its runs 9 are left, which with all that is left takes about "), run::out);
        assertEquals(ExitStatus.OK, run.of("run", "--resume", "--out", out.toString(), "--plan", "--json"), run::err);
        assertTrue(run.out().contains("\"runsLeft\" : 9,"), run::out);
        assertFalse(Files.exists(out.resolve("progress.json")));
    }
}
