package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.UnreadableRecordException;

/** A run's folder that somebody named. */
final class RunDocumentInput {
    private RunDocumentInput() {}

    /** Reads its {@code run.json}; what cannot be read is refused in one line. */
    static RunDocument read(Path folder) {
        Path file = folder.resolve(RunDocumentFile.NAME);
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "is not a folder" : "no such folder";
            throw CommandFailure.usage(folder + ": " + what + "; allowed: the folder of a run");
        }
        if (!Files.exists(file)) {
            throw CommandFailure.usage(folder + ": holds no run.json; allowed: the folder of a run");
        }
        try {
            return RunDocumentFile.read(file);
        } catch (UnreadableRecordException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    file + ": cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
