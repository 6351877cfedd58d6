package org.busmark.rabbitmq;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.rabbitmq.debian.Commands;

/**
 * Where the programs of one RabbitMQ lie.
 *
 * @param server the server's own start script
 * @param epmd Erlang's port mapper
 * @param searchPath for the start script, which looks {@code erl} up
 */
record RabbitMqHome(Path server, Path epmd, String searchPath) {
    /**
     * @param home either unpacked, with the links {@code rabbitmq} and {@code erlang}, or a server's own folder, whose
     *     Erlang is on the PATH
     */
    static RabbitMqHome of(Path home, String searchPath) {
        Path erlang = home.resolve("erlang/bin");
        if (Files.isDirectory(erlang)) {
            return new RabbitMqHome(
                    home.resolve("rabbitmq/sbin/rabbitmq-server"),
                    erlang.resolve("epmd"),
                    erlang + File.pathSeparator + searchPath);
        }
        Path epmd = new Commands(searchPath).find("epmd").orElse(Path.of("epmd"));
        return new RabbitMqHome(home.resolve("sbin/rabbitmq-server"), epmd, searchPath);
    }

    /** As the name of the server's main plugin says, in either layout; "unknown" if there is none. */
    static String version(Path home) {
        Path plugins = Files.isDirectory(home.resolve("rabbitmq"))
                ? home.resolve("rabbitmq/plugins")
                : home.resolve("plugins");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(plugins, "rabbit-[0-9]*")) {
            for (Path plugin : found) {
                return plugin.getFileName().toString().replaceAll("^rabbit-|\\.ez$", "");
            }
        } catch (IOException e) {
            return "unknown";
        }
        return "unknown";
    }
}
