package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.bench.campaign.StoredCampaign;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.UnreadableRecordException;

/** Folders of runs that somebody named. */
final class RunFolders {
    private RunFolders() {}

    /** The campaign in a folder. What cannot be read is refused in one line. */
    static RunDocument document(Path folder) {
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "is not a folder" : "no such folder";
            throw CommandFailure.usage(folder + ": " + what + "; allowed: the folder of a run");
        }
        Path file = folder.resolve(RunDocumentFile.NAME);
        boolean killed = !Files.exists(file) && StoredCampaign.isIn(folder);
        if (!Files.exists(file) && !killed) {
            throw CommandFailure.usage(folder + ": holds no run.json; allowed: the folder of a run");
        }
        try {
            // A campaign that was killed has no document yet, but the record of each run that had ended.
            return killed ? StoredCampaign.open(folder).document() : RunDocumentFile.read(file);
        } catch (UnreadableRecordException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw CommandFailure.usage(file + ": cannot be read: " + e, e);
        }
    }
}
