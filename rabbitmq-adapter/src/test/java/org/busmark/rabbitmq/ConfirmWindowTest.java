package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;

/** The ring against a map that does the same slowly. */
final class ConfirmWindowTest {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final Map<Long, SendOutcome> heard = new TreeMap<>();

    private ConfirmWindow window(int size) {
        return new ConfirmWindow(size, (token, outcome) -> assertEquals(null, heard.put(token, outcome), "second"));
    }

    @Test
    void agreesWithAMapOverRandomHistories() {
        for (int seed = 0; seed < 300; seed++) {
            heard.clear();
            new History(seed).run();
        }
    }

    /** One seeded history. Token t is given to sequence number t + 1000; prints repeat often. */
    private final class History {
        private final Random random;
        private final int size;
        private final ConfirmWindow window;
        private final TreeMap<Long, Long> open = new TreeMap<>();
        private final Map<Long, SendOutcome> expected = new TreeMap<>();
        private long sent;
        private long lastReturned;

        History(int seed) {
            random = new Random(seed);
            size = 1 + random.nextInt(20);
            window = window(size);
        }

        void run() {
            for (int step = 0; step < 400; step++) {
                assertEquals(open.isEmpty() || sent + 1 - open.firstKey() < size, window.hasRoom(), "room");
                step();
                assertEquals(expected, heard);
            }
            window.abandon();
            open.keySet().forEach(sequence -> expected.put(sequence + 1000, SendOutcome.UNKNOWN));
            assertEquals(expected, heard);
            assertEquals(sent, heard.size(), "an outcome for each");
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0 -> confirm(random.nextBoolean(), SendOutcome.ACKNOWLEDGED);
                case 1 -> confirm(random.nextBoolean(), SendOutcome.REJECTED);
                case 2 -> giveBack();
                case 3 -> fail();
                default -> send();
            }
        }

        private void send() {
            if (window.hasRoom()) {
                long print = random.nextInt(3);
                sent++;
                assertEquals(sent, window.reserve(sent + 1000, print));
                open.put(sent, print);
            }
        }

        /** Any number, also one that has its outcome, or that was never sent. */
        private void confirm(boolean multiple, SendOutcome outcome) {
            long sequence = Math.max(1, sent - size + random.nextInt(size + 3));
            window.confirmed(sequence, multiple, outcome);
            for (long s = multiple ? 1 : sequence; s <= sequence; s++) {
                end(s, outcome);
            }
        }

        private void giveBack() {
            long print = random.nextInt(3);
            window.returned(print);
            for (long s = lastReturned + 1; s <= sent; s++) {
                if (open.getOrDefault(s, -1L) == print) {
                    lastReturned = s;
                    end(s, SendOutcome.REJECTED);
                    return;
                }
            }
        }

        private void fail() {
            if (sent > 0) {
                window.failed(sent, SendOutcome.UNKNOWN);
                end(sent, SendOutcome.UNKNOWN);
            }
        }

        private void end(long sequence, SendOutcome outcome) {
            if (open.remove(sequence) != null) {
                expected.put(sequence + 1000, outcome);
            }
        }
    }

    @Test
    void aReturnedMessageIsRejectedAndItsConfirmSaysNothing() {
        ConfirmWindow window = window(4);
        window.reserve(1, 77);
        window.reserve(2, 88);
        window.returned(88);
        window.confirmed(2, true, SendOutcome.ACKNOWLEDGED);
        assertEquals(Map.of(1L, SendOutcome.ACKNOWLEDGED, 2L, SendOutcome.REJECTED), heard);
    }

    @Test
    void aFullWindowRefusesAtTheDeadline() {
        ConfirmWindow window = window(1);
        window.reserve(1, 0);
        assertFalse(window.hasRoom());
        assertFalse(window.awaitRoom(1));
        window.refused(2, SendOutcome.REJECTED);
        window.confirmed(1, false, SendOutcome.ACKNOWLEDGED);
        assertTrue(window.awaitRoom(1));
        assertEquals(Map.of(1L, SendOutcome.ACKNOWLEDGED, 2L, SendOutcome.REJECTED), heard);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        ConfirmWindow window = window(1);
        window.reserve(1, 0);
        Thread.currentThread().interrupt();
        assertFalse(window.awaitEmpty(PATIENCE_NS));
        assertTrue(Thread.interrupted());
    }

    @Test
    void refusesASizeOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new ConfirmWindow(0, (token, outcome) -> {}));
    }

    @Test
    void aSenderAndAConfirmerAgreeAcrossThreads() throws InterruptedException {
        int sends = 200_000;
        BlockingQueue<Long> wire = new ArrayBlockingQueue<>(64);
        AtomicBoolean within = new AtomicBoolean();
        AtomicInteger overlaps = new AtomicInteger();
        List<Long> tokens = new ArrayList<>();
        ConfirmWindow window = new ConfirmWindow(48, (token, outcome) -> {
            if (!within.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            tokens.add(token);
            within.set(false);
        });
        Thread confirmer = new Thread(() -> confirmAll(window, wire, sends), "confirmer");
        confirmer.start();
        for (int i = 0; i < sends; i++) {
            assertTrue(window.awaitRoom(PATIENCE_NS));
            wire.put(window.reserve(i, 0));
        }
        assertTrue(window.awaitEmpty(PATIENCE_NS));
        confirmer.join();
        assertEquals(0, overlaps.get());
        assertEquals(sends, tokens.size());
        for (int i = 0; i < sends; i++) {
            assertEquals(i, tokens.get(i));
        }
    }

    /** As a broker does: one at a time or several at once. */
    private static void confirmAll(ConfirmWindow window, BlockingQueue<Long> wire, int sends) {
        Random random = new Random(5);
        try {
            long confirmed = 0;
            while (confirmed < sends) {
                confirmed = wire.take();
                for (int more = random.nextInt(5); more > 0 && !wire.isEmpty(); more--) {
                    confirmed = wire.take();
                }
                window.confirmed(confirmed, true, SendOutcome.ACKNOWLEDGED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
