package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What harnesses left that were killed together with their watchdog. */
final class StaleSessions {
    /** A folder without owner is one being made, or one whose harness was killed in that moment. */
    private static final Duration OWNERLESS_AGE = Duration.ofMinutes(1);

    private static final Duration GRACE = Duration.ofSeconds(2);

    private StaleSessions() {}

    /** Ends the processes and removes the folders of all dead sessions beside this one. */
    static void clean(Path dataDirectory, SessionFolder own) throws IOException {
        for (SessionFolder folder : SessionFolder.in(dataDirectory)) {
            if (!folder.equals(own) && sameUser(folder, own) && dead(folder)) {
                end(folder);
            }
        }
    }

    /** In a folder that all can write, somebody else could have registered our processes to be killed. */
    private static boolean sameUser(SessionFolder folder, SessionFolder own) {
        try {
            return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder.path(), LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own.path()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean dead(SessionFolder folder) {
        Optional<SessionOwner> owner = folder.owner();
        if (owner.isEmpty()) {
            return olderThan(folder.path(), OWNERLESS_AGE);
        }
        if (!owner.get().sameBoot()) {
            return true;
        }
        return owner.get().samePidNamespace()
                && !owner.get().harness().lives()
                && folder.watchdog().filter(ProcessKey::lives).isEmpty();
    }

    private static boolean olderThan(Path folder, Duration age) {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(age));
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(SessionFolder folder) {
        folder.closeRegistry();
        Optional<SessionOwner> owner = folder.owner().filter(SessionOwner::sameBoot);
        boolean gone = true;
        if (owner.isPresent()) {
            // A leader that ended long ago no longer vouches for its session: the number may have been given again.
            List<RegisteredProcess> living = folder.registered().stream()
                    .filter(process -> process.key().lives())
                    .toList();
            gone = new ProcessFamily(living, owner.get().marker()).end(GRACE);
        }
        if (gone) {
            FolderRemoval.remove(folder.path());
        }
    }
}
