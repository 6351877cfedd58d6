package org.busmark.rabbitmq;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busmark.rabbitmq.debian.Commands;

/**
 * A RabbitMQ that this machine already has: its own folder, since the scripts that distributions put on the PATH want to
 * be root or change the user.
 *
 * @param commands finds Erlang and the server's script
 * @param usualPlaces folders that hold {@code sbin/rabbitmq-server}; an entry may end with {@code *}
 */
record InstalledRabbitMq(Commands commands, List<Path> usualPlaces) {
    static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/lib/rabbitmq/lib/rabbitmq_server-*"),
            Path.of("/opt/homebrew/opt/rabbitmq"),
            Path.of("/usr/local/opt/rabbitmq"));

    /** The first that has its Erlang on the PATH. */
    Optional<Path> home() {
        if (commands.find("erl").isEmpty() || commands.find("epmd").isEmpty()) {
            return Optional.empty();
        }
        List<Path> candidates = new ArrayList<>();
        usualPlaces.forEach(place -> candidates.addAll(expand(place)));
        commands.find("rabbitmq-server")
                .flatMap(InstalledRabbitMq::homeOfScript)
                .ifPresent(candidates::add);
        return candidates.stream().filter(InstalledRabbitMq::isHome).findFirst();
    }

    private static Optional<Path> homeOfScript(Path script) {
        try {
            return Optional.ofNullable(script.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isHome(Path folder) {
        return Files.isExecutable(folder.resolve("sbin/rabbitmq-server"))
                && Files.isDirectory(folder.resolve("plugins"));
    }

    private static List<Path> expand(Path place) {
        Path folder = place.getParent();
        if (folder == null || !place.toString().endsWith("*")) {
            return List.of(place);
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(folder, place.getFileName().toString())) {
            stream.forEach(found::add);
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }
}
