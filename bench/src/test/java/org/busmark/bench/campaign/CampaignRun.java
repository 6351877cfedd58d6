package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.workload.Workload;

/** A campaign with real forks, and what it left: on standard output, in its folder, and in the process table. */
final class CampaignRun {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stray = new ByteArrayOutputStream();
    private final Path out;
    private final Path dataDir;
    private final int status;

    private CampaignRun(
            Path folder,
            List<Workload> workloads,
            List<String> buses,
            Map<String, Map<String, String>> at,
            boolean json)
            throws IOException {
        this.out = folder.resolve("out");
        this.dataDir = folder.resolve("data");
        CampaignRequest request = new CampaignRequest(
                null,
                workloads,
                buses,
                List.of(),
                1,
                42,
                out,
                BrokerMode.NATIVE,
                at,
                dataDir,
                List.of("run", "--a-test"));
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        PrintStream nobody = new PrintStream(stray, true, StandardCharsets.UTF_8);
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        System.setOut(nobody);
        System.setErr(nobody);
        try {
            this.status = Campaign.run(
                    request,
                    new PrintStream(data, true, StandardCharsets.UTF_8),
                    new ProgressLine(new PrintStream(err, true, StandardCharsets.UTF_8), false, System::nanoTime),
                    json);
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
        awaitEnd(ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .toList());
        assertNothingLeft(dataDir);
    }

    static CampaignRun of(Path folder, List<Workload> workloads, String... buses) throws IOException {
        return new CampaignRun(folder, workloads, List.of(buses), Map.of(), false);
    }

    static CampaignRun printingJson(Path folder, List<Workload> workloads, String... buses) throws IOException {
        return new CampaignRun(folder, workloads, List.of(buses), Map.of(), true);
    }

    static CampaignRun external(Path folder, List<Workload> workloads, String bus, Map<String, String> connection)
            throws IOException {
        return new CampaignRun(folder, workloads, List.of(bus), Map.of(bus, connection), false);
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("left behind: " + process.pid() + " " + process.info(), e);
            }
        }
    }

    private static void assertNothingLeft(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(folder), left.toList());
        }
    }

    int status() {
        return status;
    }

    Path out() {
        return out;
    }

    String printed() {
        return data.toString(StandardCharsets.UTF_8);
    }

    String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What went past the streams that the campaign was given, to this process's own. */
    String stray() {
        return stray.toString(StandardCharsets.UTF_8);
    }

    RunDocument document() throws IOException {
        return RunDocumentFile.read(out.resolve(RunDocumentFile.NAME));
    }

    /** Everything that it wrote or printed. */
    String everything() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            String written =
                    files.filter(Files::isRegularFile).map(CampaignRun::text).collect(Collectors.joining("\n"));
            return printed() + told() + stray() + written;
        }
    }

    private static String text(Path file) {
        try {
            return file + ": " + Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
