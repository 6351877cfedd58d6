package org.busmark.results.record;

import java.io.IOException;
import java.nio.file.Path;

/** {@code run.json}. */
public final class RunDocumentFile {
    /** Its name in a run's folder. */
    public static final String NAME = "run.json";

    private RunDocumentFile() {}

    /**
     * Writes it so that a crash leaves the old or the whole new file. The folder must exist.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static void write(Path file, RunDocument document) throws IOException {
        AtomicFile.write(file, RecordJson.bytes(document));
    }

    /**
     * Reads it strictly.
     *
     * @throws UnreadableRecordException if it is not a run document of a schema that is known
     * @throws IOException if it cannot be read at all
     */
    public static RunDocument read(Path file) throws IOException {
        return RecordJson.read(file, RunDocument.class);
    }

    /** The document as text, for {@code --json}: the very bytes of the file. */
    public static byte[] bytes(RunDocument document) throws IOException {
        return RecordJson.bytes(document);
    }
}
