package org.busmark.rabbitmq.debian;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * An apt of our own: its lists, cache and (empty) package status stand in a work folder, so that it needs no root, and
 * dependencies are solved from nothing, whatever this machine has installed. Proxies and the like are apt's own settings
 * and apply.
 */
final class PrivateApt {
    private static final Pattern URI_LINE = Pattern.compile("'[^']+' (\\S+) (\\d+) .*");

    private final Commands commands;
    private final Path work;
    private final String remedy;
    private final List<String> options;

    /** @param mirror and keyring are written to a sources list of one line, for the suite's section main */
    PrivateApt(Commands commands, Path work, String mirror, Path keyring, String suite, String remedy)
            throws IOException {
        this.commands = commands;
        this.work = work;
        this.remedy = remedy;
        for (String folder : List.of("lists/partial", "cache/archives/partial", "log")) {
            Files.createDirectories(work.resolve(folder));
        }
        Path status = Files.writeString(work.resolve("status"), "");
        Path sources = Files.writeString(
                work.resolve("sources.list"), "deb [signed-by=" + keyring + "] " + mirror + " " + suite + " main\n");
        options = List.of(
                "Dir::Etc::SourceList=" + sources,
                "Dir::Etc::SourceParts=-",
                "Dir::State=" + work,
                "Dir::State::Lists=" + work.resolve("lists"),
                "Dir::State::Status=" + status,
                "Dir::Cache=" + work.resolve("cache"),
                "Dir::Log=" + work.resolve("log"),
                "APT::Sandbox::User=",
                "APT::Update::Error-Mode=any",
                "Debug::NoLocking=1",
                "Acquire::Languages=none",
                "Acquire::Retries=2");
    }

    void update() throws BrokerException {
        commands.run(apt("-qq", "update"), work, remedy);
    }

    /** Everything that installing these on an empty system would install. */
    List<String> closure(List<String> packages) throws BrokerException {
        List<String> arguments = new ArrayList<>(List.of("install", "-s", "--no-install-recommends"));
        arguments.addAll(packages);
        return commands.run(apt(arguments.toArray(new String[0])), work, remedy).stream()
                .filter(line -> line.startsWith("Inst "))
                .map(line -> line.substring("Inst ".length(), line.indexOf(' ', "Inst ".length())))
                .toList();
    }

    /** Downloads packages into a folder, their checksums verified by apt, and tells how far it is. */
    List<Path> download(List<String> packages, Path folder, String what, Progress progress)
            throws BrokerException, IOException {
        Files.createDirectories(folder);
        progress.step(
                what + ": fetching " + packages.size() + " packages, " + megabytes(packages) + ", first time only");
        List<String> arguments = new ArrayList<>(List.of("-qq", "download"));
        arguments.addAll(packages);
        int[] told = {0};
        commands.run(apt(arguments.toArray(new String[0])), folder, remedy, () -> {
            int have = count(folder);
            if (have > told[0]) {
                told[0] = have;
                progress.step(what + ": " + have + " of " + packages.size() + " packages");
            }
        });
        return archives(folder);
    }

    private String megabytes(List<String> packages) throws BrokerException {
        List<String> arguments = new ArrayList<>(List.of("--print-uris", "download"));
        arguments.addAll(packages);
        long bytes = 0;
        for (String line : commands.run(apt(arguments.toArray(new String[0])), work, remedy)) {
            Matcher uri = URI_LINE.matcher(line);
            bytes += uri.matches() ? Long.parseLong(uri.group(2)) : 0;
        }
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }

    private List<String> apt(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("apt-get");
        for (String option : options) {
            command.add("-o");
            command.add(option);
        }
        command.addAll(List.of(arguments));
        return command;
    }

    private static int count(Path folder) {
        try {
            return archives(folder).size();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        List<Path> archives = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.deb")) {
            stream.forEach(archives::add);
        }
        archives.sort(Comparator.naturalOrder());
        return archives;
    }
}
