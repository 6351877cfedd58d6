package org.busmark.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;

/** Opens and closes a bus, a producer and a consumer a hundred times and looks for threads and sockets left over. */
record LeakCheck(Contestant contestant) {
    private static final int CYCLES = 100;
    private static final int CYCLES_BEFORE_COUNTING = 5;
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** Threads that the JVM and the test runner start when they please. */
    private static final Set<String> NOT_OURS = Set.of(
            "Attach Listener", "process reaper", "Common-Cleaner", "Signal Dispatcher", "surefire-forkedjvm-ping");

    void openAndCloseAHundredTimes(Guarantee guarantee) throws BusException {
        for (int i = 0; i < CYCLES_BEFORE_COUNTING; i++) {
            cycle(guarantee);
        }
        Set<Thread> threadsBefore = threads();
        long socketsBefore = sockets();
        for (int i = 0; i < CYCLES; i++) {
            cycle(guarantee);
        }
        Await.until(
                contestant.patience(),
                () -> newThreads(threadsBefore).isEmpty(),
                () -> "no thread that was not there before " + CYCLES + " cycles: " + newThreads(threadsBefore));
        Await.until(
                contestant.patience(),
                () -> sockets() <= socketsBefore,
                () -> "sockets, pipes and selectors as before " + CYCLES + " cycles: " + socketsBefore + ", now "
                        + sockets());
    }

    private void cycle(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, "group")) {
            exchange.consume("group", 1);
            exchange.produce().sendRound(1);
            exchange.finish();
        }
    }

    private static List<String> newThreads(Set<Thread> before) {
        return threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> NOT_OURS.stream().noneMatch(name::startsWith))
                .toList();
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    /** Open descriptors that are no files; 0 where the system does not tell. */
    private static long sockets() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            return descriptors
                    .map(LeakCheck::target)
                    .filter(target -> target.startsWith("socket:")
                            || target.startsWith("pipe:")
                            || target.startsWith("anon_inode:"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError("cannot list " + DESCRIPTORS, e);
        }
    }

    /** Where a descriptor points; empty for one that was closed meanwhile. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
