package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.campaign.CampaignRequest;
import org.busmark.bench.campaign.StoredCampaign;
import org.busmark.bench.files.ConnectionFile;
import org.busmark.bench.plan.Forecast;
import org.busmark.results.files.InvalidFileException;
import org.jspecify.annotations.Nullable;

/** A run's folder that is gone on with. */
final class Resumption {
    private final Path folder;
    private final StoredCampaign campaign;

    private Resumption(Path folder, StoredCampaign campaign) {
        this.folder = folder;
        this.campaign = campaign;
    }

    static Resumption of(@Nullable Path out) {
        if (out == null) {
            throw CommandFailure.usage("--resume needs --out DIR: the folder of the run to go on with");
        }
        Path folder = out.toAbsolutePath().normalize();
        if (!StoredCampaign.isIn(folder)) {
            throw CommandFailure.usage("--out " + folder
                    + ": holds no run to go on with; allowed with --resume: a folder with campaign.json");
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.usage(
                    "--out " + folder + ": cannot be written; allowed: a folder that can be written");
        }
        try {
            return new Resumption(folder, StoredCampaign.open(folder));
        } catch (IOException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether a folder holds a run that is not finished and can be gone on with. */
    static boolean isPossibleIn(Path folder) {
        try {
            return StoredCampaign.isIn(folder) && !StoredCampaign.open(folder).isFinished();
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** What is still to be done. */
    Forecast left() {
        return campaign.left();
    }

    /** What was asked for when it began. */
    CampaignRequest request() throws InvalidFileException, IOException {
        Map<String, Map<String, String>> connections = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : campaign.connectionFiles().entrySet()) {
            connections.put(file.getKey(), ConnectionFile.read(file.getValue()));
        }
        return campaign.request(connections);
    }

    /** What is asked for now, if it is the same; for as long as it takes. */
    CampaignRequest matched(CampaignRequest asked) throws IOException {
        Optional<String> difference = campaign.difference(asked);
        if (difference.isPresent()) {
            throw CommandFailure.usage("--resume: " + folder + " holds another run; it differs in " + difference.get()
                    + "; --resume with --out alone goes on with that one");
        }
        return asked.withoutBudget();
    }

    /** The seed that it began with. */
    long seed() throws IOException {
        return campaign.request(Map.of()).seed();
    }
}
