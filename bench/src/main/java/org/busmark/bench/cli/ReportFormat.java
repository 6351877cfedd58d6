package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.busmark.results.campaign.HistogramLogs;
import org.busmark.results.picture.Pictures;
import org.busmark.results.record.AtomicFile;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.report.CsvTable;
import org.busmark.results.report.MarkdownReport;
import org.busmark.results.report.PercentileFiles;
import org.busmark.results.report.html.HtmlReport;

/** What a report may be written as. Each file is the old one or the whole new one. */
enum ReportFormat {
    HTML {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            HtmlReport report = HtmlReport.of(document, folder);
            return new Written(List.of(text(folder.resolve("report.html"), report.text())), report.problems());
        }
    },
    MD {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            return new Written(text(folder.resolve("report.md"), MarkdownReport.of(document)));
        }
    },
    CSV {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            return new Written(text(folder.resolve("report.csv"), CsvTable.of(document)));
        }
    },
    /** Where there is one it stays: a later version may have written more into it than this one knows. */
    JSON {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            Path file = folder.resolve(RunDocumentFile.NAME);
            if (!Files.exists(file)) {
                RunDocumentFile.write(file, document);
            }
            return new Written(file);
        }
    },
    HGRM {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            PercentileFiles made = PercentileFiles.of(document, new HistogramLogs(folder));
            Path histograms = Files.createDirectories(folder.resolve("histograms"));
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> file : made.texts().entrySet()) {
                files.add(text(histograms.resolve(file.getKey()), file.getValue()));
            }
            return new Written(files, made.problems());
        }
    },
    PNG {
        @Override
        Written write(Path folder, RunDocument document) throws IOException {
            Pictures.Album album = Pictures.write(folder, document, folder.resolve("pictures"));
            return new Written(album.pictures(), album.leftOut());
        }
    };

    /**
     * What came of it.
     *
     * @param problems one line for each part that had to be left out
     */
    record Written(List<Path> files, List<String> problems) {
        Written(Path file) {
            this(List.of(file), List.of());
        }
    }

    /** @throws IOException if the folder cannot be written */
    abstract Written write(Path folder, RunDocument document) throws IOException;

    /** The format that somebody named. */
    static ReportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("--format is '" + name + "'; allowed: "
                        + Arrays.stream(values()).map(ReportFormat::id).collect(Collectors.joining(", "))));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Path text(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
