package org.busmark.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whose a session is.
 *
 * @param harness the process that opened it
 * @param boot the machine's run, from its start to its next; no process survives one
 * @param pidNamespace where the pids mean something; another container's are strangers
 * @param token random; begins the value of {@link #VARIABLE} in every process of the session
 */
record SessionOwner(ProcessKey harness, String boot, String pidNamespace, String token) {
    /** The environment variable that every process of a session inherits, wherever it goes. */
    static final String VARIABLE = "BUSMARK_SESSION";

    /** The calling process, with a new token. */
    static SessionOwner self() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        long pid = ProcessHandle.current().pid();
        return new SessionOwner(
                ProcessKey.of(pid).orElse(new ProcessKey(pid, 0)),
                currentBoot(),
                currentPidNamespace(),
                HexFormat.of().formatHex(random));
    }

    static Optional<SessionOwner> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return ProcessKey.parse(lines.get(0))
                    .map(harness -> new SessionOwner(harness, lines.get(1), lines.get(2), lines.get(3)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String text() {
        return String.join("\n", harness.toString(), boot, pidNamespace, token) + "\n";
    }

    /** See {@link ProcessTable#family}. */
    String marker() {
        return VARIABLE + "=" + token + ".";
    }

    boolean sameBoot() {
        return boot.equals(currentBoot());
    }

    boolean samePidNamespace() {
        return pidNamespace.equals(currentPidNamespace());
    }

    private static String currentBoot() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).trim();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String currentPidNamespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
