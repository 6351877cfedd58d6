package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.busmark.bench.campaign.StoredCampaign;
import org.busmark.bench.environment.FileSystemOf;
import org.busmark.bench.plan.Plan;
import org.busmark.broker.BrokerCache;
import org.jspecify.annotations.Nullable;

/** Where a run writes, checked before anything is started. */
final class Folders {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Folders() {}

    /** Made if absent. A folder that holds a run is refused: nothing is overwritten. */
    static Path resultsFolder(@Nullable Path out, Surroundings around, Plan plan) {
        Path folder = unused(named(out, around, plan.identity()));
        requireFreeForResults(folder, plan.resultBytes());
        return made(folder);
    }

    /** The same, with other words in place of the plan's identity. */
    static Path resultsFolder(@Nullable Path out, Surroundings around, String name) {
        return made(unused(named(out, around, name)));
    }

    private static Path named(@Nullable Path out, Surroundings around, String name) {
        return out == null
                ? around.home()
                        .resolve("results/runs")
                        .resolve(TIME.format(around.now().get()) + "-" + name)
                : out.toAbsolutePath().normalize();
    }

    private static Path unused(Path folder) {
        String option = option(folder);
        if (Resumption.isPossibleIn(folder)) {
            throw CommandFailure.usage(option + "holds a run that is not finished; ./busmark run --resume --out "
                    + folder + " goes on with it");
        }
        if (Files.exists(folder.resolve("run.json")) || StoredCampaign.isIn(folder)) {
            throw CommandFailure.usage(option + "holds a run already; allowed: a folder without run.json");
        }
        return folder;
    }

    private static Path made(Path folder) {
        String option = option(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    option + "cannot be written: " + reason(e) + "; allowed: a folder that can be made or written", e);
        }
        if (!Files.isWritable(folder)) {
            throw CommandFailure.usage(option + "cannot be written; allowed: a folder that can be made or written");
        }
        return folder;
    }

    private static String option(Path folder) {
        return "--out " + folder + ": ";
    }

    /** Not made yet. Brokers' own scripts cannot take white space. */
    static Path dataFolder(@Nullable Path dataDir, BrokerCache cache) {
        Path folder = (dataDir == null ? cache.folder().resolve("data") : dataDir)
                .toAbsolutePath()
                .normalize();
        if (folder.toString().matches(".*\\s.*")) {
            throw CommandFailure.usage("--data-dir is '" + folder
                    + "'; allowed: a path without spaces, since brokers' own scripts leave it unquoted");
        }
        Path parent = FileSystemOf.existing(folder);
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw CommandFailure.usage("--data-dir " + folder + ": cannot be written: " + parent
                    + " is not a folder that this user may write; allowed: a folder that can be made or written");
        }
        return folder;
    }

    static void requireFreeForBrokers(Path folder, long neededBytes) {
        requireFree("brokers", folder, neededBytes, "--data-dir");
    }

    static void requireFreeForResults(Path folder, long neededBytes) {
        requireFree("results", folder, neededBytes, "--out");
    }

    private static void requireFree(String what, Path folder, long neededBytes, String option) {
        OptionalLong free = FileSystemOf.freeBytes(folder);
        if (free.isPresent() && free.getAsLong() < neededBytes) {
            throw CommandFailure.lacking(what + " may take about " + mebibytes(neededBytes) + " of " + folder
                    + ", where " + mebibytes(free.getAsLong()) + " are free; " + option + " names another folder");
        }
    }

    static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }
}
