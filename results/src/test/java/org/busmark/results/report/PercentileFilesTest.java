package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.report.html.RichCampaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PercentileFilesTest {
    @TempDir
    private Path folder;

    @Test
    void oneForEachSeriesOfEachCellInMicroseconds() throws IOException {
        RunDocument campaign = RichCampaign.in(folder, 2);
        PercentileFiles files = PercentileFiles.of(campaign, new HistogramLogs(folder));
        CellRecord kafka = campaign.cells().stream()
                .filter(cell -> cell.response() != null)
                .findFirst()
                .orElseThrow();
        Map.Entry<String, String> response = files.texts().entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("kafka-" + kafka.cellId().replaceAll("[^A-Za-z0-9-]", "_")))
                .filter(file -> file.getKey().endsWith("-response.hgrm"))
                .findFirst()
                .orElseThrow();

        assertEquals(List.of(), files.problems());
        List<String> lines = response.getValue().lines().toList();
        assertTrue(lines.get(0).contains("Value") && lines.get(0).contains("Percentile"), lines.get(0));
        assertTrue(response.getValue().contains("Total count    =        32000"), response.getValue());
        double p50 = lines.stream()
                .map(line -> line.strip().split(" +"))
                .filter(columns -> columns.length == 4 && columns[1].equals("0.500000000000"))
                .mapToDouble(columns -> Double.parseDouble(columns[0]))
                .findFirst()
                .orElseThrow();
        double inDocument =
                Objects.requireNonNull(Objects.requireNonNull(kafka.response()).p50Us());
        assertEquals(inDocument, p50, inDocument / 500);
    }

    @Test
    void whateverABusIsCalledItsFileStaysInTheFolder() throws IOException {
        PercentileFiles files = PercentileFiles.of(RichCampaign.in(folder, 1), new HistogramLogs(folder));

        assertFalse(files.texts().isEmpty());
        files.texts().keySet().forEach(name -> assertTrue(name.matches("[A-Za-z0-9_-]+\\.hgrm"), name));
    }

    @Test
    void anInvalidCellHasNone() throws IOException {
        RunDocument campaign = RichCampaign.in(folder, 2);

        assertTrue(campaign.cells().stream()
                .anyMatch(cell -> cell.cellId().equals("rabbitmq-small-open-loop-PERSISTED-5000.0")));
        assertFalse(PercentileFiles.of(campaign, new HistogramLogs(folder)).texts().keySet().stream()
                .anyMatch(name -> name.contains("rabbitmq-small-open-loop-PERSISTED")));
    }
}
