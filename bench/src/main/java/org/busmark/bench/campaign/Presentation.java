package org.busmark.bench.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.report.TextTable;

/** Shows a campaign's end: the table or the document on standard output, where the rest lies on standard error. */
final class Presentation {
    private Presentation() {}

    static void print(RunDocument document, Path out, PrintStream data, ProgressLine progress, boolean json)
            throws IOException {
        progress.close();
        if (json) {
            data.write(Files.readAllBytes(out.resolve(RunDocumentFile.NAME)));
        } else {
            data.write(TextTable.of(document).getBytes(StandardCharsets.UTF_8));
        }
        data.flush();
        progress.message("report: " + out.resolve(RunFolder.REPORT));
    }
}
