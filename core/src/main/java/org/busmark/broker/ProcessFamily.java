package org.busmark.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Registered processes and all that they brought forth, to be ended for certain. The watchdog's script does the same
 * in its own words.
 *
 * @param marker see {@link ProcessTable#family}
 */
record ProcessFamily(
        List<RegisteredProcess> roots, @Nullable String marker) {
    /** How long a killed process may take to be gone; only one stuck in the kernel takes longer. */
    private static final Duration KILL_BOUND = Duration.ofSeconds(10);

    private static final long POLL_NS = 10_000_000;

    ProcessFamily(Collection<RegisteredProcess> roots, @Nullable String marker) {
        this(List.copyOf(roots), marker);
    }

    ProcessFamily {
        roots = List.copyOf(roots);
    }

    /**
     * Asks all to end, and forces those that live after the grace. An interrupt does not shorten this; it is kept.
     *
     * @param grace zero to force at once
     * @return whether all are gone; also true on a system without {@code /proc}, where nobody is known
     */
    boolean end(Duration grace) {
        if (!ProcessTable.available()) {
            return true;
        }
        long begunNs = System.nanoTime();
        // What was seen once belongs to the family even after its parent ended and nothing ties it to the roots.
        Set<ProcessKey> known = new HashSet<>();
        boolean interrupted = false;
        try {
            while (true) {
                Optional<Set<ProcessKey>> found = living(known);
                long elapsedNs = System.nanoTime() - begunNs;
                if (found.filter(Set::isEmpty).isPresent()) {
                    return true;
                }
                if (elapsedNs > grace.plus(KILL_BOUND).toNanos()) {
                    return false;
                }
                boolean force = elapsedNs >= grace.toNanos();
                for (ProcessKey process : found.orElse(Set.of())) {
                    if (known.add(process) || force) {
                        process.signal(force);
                    }
                }
                LockSupport.parkNanos(POLL_NS);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing when it cannot be told now, for example because too many files are open. */
    private Optional<Set<ProcessKey>> living(Set<ProcessKey> known) {
        List<RegisteredProcess> all = new ArrayList<>(roots);
        known.forEach(key -> all.add(new RegisteredProcess(key, false)));
        try {
            return Optional.of(ProcessTable.read().family(all, marker));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
