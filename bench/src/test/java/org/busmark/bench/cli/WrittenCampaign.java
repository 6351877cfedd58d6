package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.campaign.CellAssembler;
import org.busmark.results.record.BusRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.EnvironmentRecord;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.HarnessRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.RunRecord;
import org.jspecify.annotations.Nullable;

/** A run's folder with nothing in it but {@code run.json}. */
final class WrittenCampaign {
    private final String runId;
    private final List<BusRecord> buses = new ArrayList<>();
    private final List<ForkRecord> forks = new ArrayList<>();

    WrittenCampaign(String runId) {
        this.runId = runId;
    }

    WrittenCampaign bus(String bus, @Nullable String provisioning) {
        buses.add(new BusRecord(bus, bus, "1", "1", provisioning, null, List.of(), null));
        return this;
    }

    /** A closed loop, a round for each figure. */
    WrittenCampaign stream(String bus, double... perSecond) {
        for (int i = 0; i < perSecond.length; i++) {
            fork(stream(bus), run(i + 1, Verdict.VALID, perSecond[i]));
        }
        return this;
    }

    WrittenCampaign invalidStream(String bus) {
        return fork(stream(bus), run(1, Verdict.INVALID, 1));
    }

    WrittenCampaign fork(CellCoordinates cell, RunRecord run) {
        forks.add(new ForkRecord(cell, run));
        return this;
    }

    private static CellCoordinates stream(String bus) {
        return new CellCoordinates(
                "stream-" + bus.length() + bus.hashCode(),
                bus,
                "small-stream",
                Guarantee.PERSISTED,
                Rate.MAX,
                100,
                "StreamBenchmark");
    }

    private static RunRecord run(int round, Verdict verdict, double perSecond) {
        return new RunRecord(
                round,
                verdict,
                verdict == Verdict.VALID ? List.of() : List.of("3 acknowledged messages lost, allowed 0"),
                perSecond,
                null,
                null,
                null,
                null,
                null,
                LedgerRecord.EMPTY,
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Returns the folder. */
    Path in(Path folder) throws IOException {
        List<CellRecord> cells = new CellAssembler((kind, runs) -> Optional.empty()).assemble(forks);
        Files.createDirectories(folder);
        RunDocumentFile.write(
                folder.resolve(RunDocumentFile.NAME),
                new RunDocument(
                        RunDocument.SCHEMA_VERSION,
                        runId,
                        Instant.parse("2026-11-22T10:20:30Z"),
                        new HarnessRecord("0.1.0", null, List.of()),
                        1,
                        null,
                        EnvironmentRecord.UNKNOWN,
                        buses,
                        List.of(),
                        cells,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        return folder;
    }
}
