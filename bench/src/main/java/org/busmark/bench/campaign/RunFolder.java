package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.results.record.AtomicFile;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.report.CsvTable;
import org.busmark.results.report.MarkdownReport;
import org.busmark.results.report.html.HtmlReport;

/** Writes a campaign's folder: what people read and what scripts read. Each file is the old one or the whole new one. */
final class RunFolder {
    static final String REPORT = "report.md";

    private RunFolder() {}

    static void write(Path out, RunDocument document, JmhResults jmh) throws IOException {
        Files.createDirectories(out);
        AtomicFile.write(out.resolve("jmh.json"), jmh.json());
        text(out.resolve(REPORT), MarkdownReport.of(document));
        text(out.resolve("report.html"), HtmlReport.of(document, out).text());
        text(out.resolve("report.csv"), CsvTable.of(document));
        RunDocumentFile.write(out.resolve(RunDocumentFile.NAME), document);
    }

    private static void text(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
