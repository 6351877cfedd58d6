package org.busmark.results.record;

import java.io.IOException;
import java.nio.file.Path;

/** The file in which a fork leaves its record for the campaign. */
public final class RunRecordFile {
    private RunRecordFile() {}

    /**
     * Writes it so that a crash leaves the old or the whole new file. The folder must exist.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static void write(Path file, ForkRecord fork) throws IOException {
        AtomicFile.write(file, RecordJson.bytes(fork));
    }

    /**
     * Reads it strictly.
     *
     * @throws UnreadableRecordException if it is not a fork's record of a schema that is known
     * @throws IOException if it cannot be read at all
     */
    public static ForkRecord read(Path file) throws IOException {
        return RecordJson.read(file, ForkRecord.class);
    }
}
