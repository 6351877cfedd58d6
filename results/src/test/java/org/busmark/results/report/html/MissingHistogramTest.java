package org.busmark.results.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.SeriesKind;
import org.busmark.results.report.PercentileFiles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is gone or cut costs its line in the picture, is said once, and the rest stands. */
final class MissingHistogramTest {
    @TempDir
    private Path folder;

    private RunDocument campaign;
    private Path log;

    @BeforeEach
    void make() throws IOException {
        campaign = RichCampaign.in(folder, 2);
        log = folder.resolve(campaign.cells().stream()
                .filter(cell -> cell.bus().equals("zeromq") && cell.response() != null)
                .findFirst()
                .orElseThrow()
                .runs()
                .get(1)
                .histogramFiles()
                .get(SeriesKind.RESPONSE));
    }

    @Test
    void aMissingLogIsNamedAndItsCurveLeftOut() throws IOException {
        int lines = PageData.of(page()).lines("curve-1");
        Files.delete(log);
        HtmlReport report = HtmlReport.of(campaign, folder);
        Document page = Jsoup.parse(report.text());

        assertEquals(List.of(log + ": histogram log is missing"), report.problems());
        assertEquals(lines - 1, PageData.of(page).lines("curve-1"));
        assertTrue(page.expectFirst("#curve-1")
                .text()
                .contains("ZeroMQ (JeroMQ) is left out of the picture: a histogram of its runs is missing"));
        // The table beside it comes from run.json and stays whole.
        assertTrue(page.expectFirst("#curve-1-table").text().contains("ZeroMQ (JeroMQ)"));
        assertFalse(report.text().contains(folder.toString()), "no path of this machine in a page that is sent around");
    }

    @Test
    void aCutLogIsNotBelieved() throws IOException {
        String whole = Files.readString(log);
        Files.writeString(log, whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));

        assertEquals(
                List.of(log + ": samples are 12000; the run's record says 16000"),
                HtmlReport.of(campaign, folder).problems());
    }

    @Test
    void withoutAnyLogThePageStillHasItsTables() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("histograms"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Document page = page();

        assertFalse(PageData.of(page).has("curve-1"));
        assertTrue(PageData.of(page).has("load-1"), "drawn from run.json alone");
        assertTrue(page.select("#curve-1 .plot").isEmpty());
        assertFalse(page.select("#curve-1-table tbody tr").isEmpty());
        assertTrue(page.select("#seconds").isEmpty());
    }

    @Test
    void percentileFilesLeaveOutThatSeriesOnly() throws IOException {
        int whole =
                PercentileFiles.of(campaign, new HistogramLogs(folder)).texts().size();
        Files.delete(log);
        PercentileFiles files = PercentileFiles.of(campaign, new HistogramLogs(folder));

        assertEquals(whole - 1, files.texts().size());
        assertEquals(List.of(log + ": histogram log is missing"), files.problems());
    }

    private Document page() {
        return Jsoup.parse(HtmlReport.of(campaign, folder).text());
    }
}
