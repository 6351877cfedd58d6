package org.busmark.results.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code campaign.json} and {@code progress.json}, which make a campaign one that can be gone on with. */
public final class CampaignRecordFile {
    /** What was asked for. */
    public static final String NAME = "campaign.json";

    /** What was found. */
    public static final String PROGRESS = "progress.json";

    private CampaignRecordFile() {}

    /**
     * Writes it so that a crash leaves the old or the whole new file. The folder must exist.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static void write(Path folder, CampaignRecord campaign) throws IOException {
        AtomicFile.write(folder.resolve(NAME), RecordJson.bytes(campaign));
    }

    /** As {@link #write(Path, CampaignRecord)}. */
    public static void write(Path folder, ProgressRecord progress) throws IOException {
        AtomicFile.write(folder.resolve(PROGRESS), RecordJson.bytes(progress));
    }

    /**
     * Reads what was asked for, strictly.
     *
     * @throws UnreadableRecordException if it is not a campaign of a schema that is known
     * @throws IOException if it cannot be read at all
     */
    public static CampaignRecord read(Path folder) throws IOException {
        return RecordJson.read(folder.resolve(NAME), CampaignRecord.class);
    }

    /** Reads what was found, as strictly; nothing where the campaign was ended before it found anything. */
    public static ProgressRecord readProgress(Path folder) throws IOException {
        Path file = folder.resolve(PROGRESS);
        return Files.exists(file) ? RecordJson.read(file, ProgressRecord.class) : ProgressRecord.NONE;
    }
}
