package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.report.CsvTable;
import org.busmark.results.report.MarkdownReport;
import org.busmark.results.report.html.HtmlReport;

/** Writes a campaign's folder: what people read and what scripts read. */
final class RunFolder {
    static final String REPORT = "report.md";

    private RunFolder() {}

    static void write(Path out, RunDocument document, JmhResults jmh) throws IOException {
        Files.createDirectories(out);
        jmh.write(out.resolve("jmh.json"));
        Files.writeString(out.resolve(REPORT), MarkdownReport.of(document));
        Files.writeString(out.resolve("report.html"), HtmlReport.of(document, out).text());
        Files.writeString(out.resolve("report.csv"), CsvTable.of(document));
        RunDocumentFile.write(out.resolve(RunDocumentFile.NAME), document);
    }
}
