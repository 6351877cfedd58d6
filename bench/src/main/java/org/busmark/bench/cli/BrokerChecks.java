package org.busmark.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.busmark.bench.environment.ProgramPath;
import org.busmark.broker.BrokerCache;

/** Whether a private broker can be had, without fetching it. */
final class BrokerChecks {
    private final BrokerCache cache;
    private final ProgramPath programs;

    BrokerChecks(BrokerCache cache, ProgramPath programs) {
        this.cache = cache;
        this.programs = programs;
    }

    Check of(String bus) {
        String what = "bus " + bus;
        Optional<Path> cached = cached(bus);
        if (cached.isPresent()) {
            return Check.ok(what, "broker in the cache: " + cached.get());
        }
        String how = "./busmark brokers install " + bus + " fetches it; so does the first run";
        return switch (bus) {
            case "kafka" ->
                programs.find("mvn").isPresent()
                        ? Check.note(what, "broker not in the cache; Maven can fetch it", how)
                        : Check.missing(what, "broker not in the cache, and no mvn to fetch it", "install Maven");
            case "rabbitmq" -> rabbitmq(what, how);
            default -> Check.note(what, "broker not in the cache", how);
        };
    }

    private Check rabbitmq(String what, String how) {
        if (programs.find("apt-get").isPresent() && programs.find("dpkg").isPresent()) {
            return Check.note(what, "broker not in the cache; apt-get and dpkg can fetch it, without root", how);
        }
        return programs.find("rabbitmq-server").isPresent()
                ? Check.ok(what, "the installed rabbitmq-server")
                : Check.missing(
                        what,
                        "broker not in the cache, no apt-get and dpkg to fetch it, none installed",
                        "install rabbitmq-server 4, or give an address with --broker rabbitmq=FILE.properties");
    }

    /** A recipe's folder begins with the bus; what it is still unpacking has another ending. */
    private Optional<Path> cached(String bus) {
        if (!Files.isDirectory(cache.folder())) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(cache.folder())) {
            return folders.filter(folder -> folder.getFileName().toString().matches(bus + "-[A-Za-z0-9.-]*[A-Za-z0-9]"))
                    .filter(folder -> !folder.toString().matches(".*\\.(tmp|work|new|part)"))
                    .filter(Files::isDirectory)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
