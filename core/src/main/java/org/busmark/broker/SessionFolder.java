package org.busmark.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A session on disk: {@code owner}, {@code registry/} with an entry a process, {@code watchdog} with the watchdog's
 * key, the two scripts, and {@code data/} with the brokers' folders.
 */
record SessionFolder(Path path) {
    static final String PREFIX = "busmark-session-";

    /** A new one, readable by its owner only. */
    static SessionFolder create(Path dataDirectory, SessionOwner owner) throws IOException {
        SessionFolder folder = new SessionFolder(Files.createTempDirectory(dataDirectory, PREFIX));
        // Until this file stands, another harness leaves a young folder alone.
        Path draft = folder.path.resolve("owner.new");
        Files.writeString(draft, owner.text());
        Files.move(draft, folder.path.resolve("owner"), StandardCopyOption.ATOMIC_MOVE);
        Files.createDirectory(folder.registry());
        Files.createDirectory(folder.data());
        folder.copyScript("launch.sh");
        folder.copyScript("watchdog.sh");
        return folder;
    }

    /** The folders of all sessions there, living and dead. */
    static List<SessionFolder> in(Path dataDirectory) throws IOException {
        List<SessionFolder> folders = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(dataDirectory, PREFIX + "*")) {
            found.forEach(path -> folders.add(new SessionFolder(path)));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return folders;
    }

    /** The session that a registry belongs to. */
    static SessionFolder ofRegistry(Path registry) {
        return new SessionFolder(
                Objects.requireNonNull(registry.toAbsolutePath().getParent(), "no registry: " + registry));
    }

    Optional<SessionOwner> owner() {
        return SessionOwner.read(path.resolve("owner"));
    }

    Optional<ProcessKey> watchdog() {
        try {
            return ProcessKey.parse(Files.readString(path.resolve("watchdog")).trim());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path registry() {
        return path.resolve("registry");
    }

    Path data() {
        return path.resolve("data");
    }

    Path script(String name) {
        return path.resolve(name);
    }

    /** Fails when the session is over. */
    void register(RegisteredProcess process, String label) throws IOException {
        try {
            Files.writeString(registry().resolve(process.fileName()), label + "\n");
        } catch (NoSuchFileException e) {
            throw new IOException("the session is over: " + path, e);
        }
    }

    void forget(RegisteredProcess process) {
        try {
            Files.deleteIfExists(registry().resolve(process.fileName()));
        } catch (IOException e) {
            // An entry of a process that is gone does no harm.
        }
    }

    /** From here on nothing can register. A second call does nothing. */
    void closeRegistry() {
        try {
            Files.move(registry(), closedRegistry(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Closed already, by the watchdog or by another harness that cleans.
        }
    }

    List<RegisteredProcess> registered() {
        List<RegisteredProcess> entries = new ArrayList<>();
        for (Path folder : List.of(registry(), closedRegistry())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    RegisteredProcess.parse(String.valueOf(file.getFileName())).ifPresent(entries::add);
                }
            } catch (IOException | DirectoryIteratorException e) {
                // One of the two is absent.
            }
        }
        return entries;
    }

    private Path closedRegistry() {
        return path.resolve("registry.closed");
    }

    private void copyScript(String name) throws IOException {
        try (InputStream script = SessionFolder.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(script, name), script(name));
        }
    }
}
