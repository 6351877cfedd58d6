package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;

final class SendOutcomesTest {
    private static final int SENDS = 20_000;
    private static final int WINDOW = 64;

    /** What the listener heard; notices calls that overlap. */
    private static final class Heard implements SendListener {
        final Map<Long, SendOutcome> outcomes = new ConcurrentHashMap<>();
        final AtomicInteger twice = new AtomicInteger();
        final AtomicInteger overlaps = new AtomicInteger();
        private final AtomicBoolean inside = new AtomicBoolean();

        @Override
        public void onOutcome(long token, SendOutcome outcome) {
            if (inside.getAndSet(true)) {
                overlaps.incrementAndGet();
            }
            if (outcomes.put(token, outcome) != null) {
                twice.incrementAndGet();
            }
            Thread.onSpinWait();
            inside.set(false);
        }
    }

    /** A client whose I/O thread completes in order, and leaves out what it is told to lose. */
    private static final class FakeClient implements Runnable {
        final BlockingQueue<SendCallback> inFlight = new ArrayBlockingQueue<>(WINDOW);
        final SendCallback end;
        final Random random;
        final long loseFrom;

        FakeClient(SendOutcomes outcomes, long seed, long loseFrom) {
            end = new SendCallback(outcomes);
            random = new Random(seed);
            this.loseFrom = loseFrom;
        }

        @Override
        public void run() {
            try {
                for (SendCallback next = inFlight.take(); next != end; next = inFlight.take()) {
                    if (next.token >= loseFrom) {
                        continue;
                    }
                    next.onCompletion(null, random.nextInt(10) == 0 ? new NetworkException("gone") : null);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void everySendHasOneOutcomeWhateverTheThreadsDo() throws InterruptedException {
        for (long seed = 1; seed <= 10; seed++) {
            Heard heard = new Heard();
            SendOutcomes outcomes = new SendOutcomes(heard, SendOutcome.ACKNOWLEDGED);
            long loseFrom = seed % 2 == 0 ? SENDS : SENDS - 10;
            Map<Long, SendOutcome> refused = run(outcomes, new FakeClient(outcomes, seed, loseFrom), seed);

            assertEquals(SENDS, heard.outcomes.size(), "sends with an outcome, seed " + seed);
            assertEquals(0, heard.twice.get(), "sends with two outcomes, seed " + seed);
            assertEquals(0, heard.overlaps.get(), "overlapping calls, seed " + seed);
            assertEquals(refused, only(heard, SendOutcome.REJECTED), "refused, seed " + seed);
            assertTrue(outcomes.callbacksMade() <= WINDOW + 3, () -> "callbacks made: " + outcomes.callbacksMade());
        }
    }

    /** Sends from this thread; one in twenty is refused, with or without the client having been asked. */
    private static Map<Long, SendOutcome> run(SendOutcomes outcomes, FakeClient client, long seed)
            throws InterruptedException {
        Thread io = new Thread(client, "fake-io");
        io.start();
        Random random = new Random(-seed);
        Map<Long, SendOutcome> refused = new TreeMap<>();
        for (long token = 0; token < SENDS; token++) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    refused.put(token, SendOutcome.REJECTED);
                    outcomes.refuse(token);
                }
                case 1 -> {
                    refused.put(token, SendOutcome.REJECTED);
                    SendCallback callback = outcomes.take(token);
                    callback.onCompletion(null, new RecordTooLargeException("too large"));
                    assertTrue(outcomes.refusedAtOnce(), "refusal on the sender's thread is seen");
                    outcomes.refuse(callback);
                }
                default -> {
                    SendCallback callback = outcomes.take(token);
                    assertFalse(outcomes.refusedAtOnce(), "refused before it was sent");
                    client.inFlight.put(callback);
                }
            }
        }
        client.inFlight.put(client.end);
        io.join();
        outcomes.clientEnded();
        return refused;
    }

    private static Map<Long, SendOutcome> only(Heard heard, SendOutcome outcome) {
        Map<Long, SendOutcome> chosen = new TreeMap<>(heard.outcomes);
        chosen.values().removeIf(other -> other != outcome);
        return chosen;
    }

    @Test
    void refusalIsReportedAtOnceWhenNothingIsOutstanding() {
        Heard heard = new Heard();
        SendOutcomes outcomes = new SendOutcomes(heard, SendOutcome.ACKNOWLEDGED);

        outcomes.refuse(7);

        assertEquals(Map.of(7L, SendOutcome.REJECTED), heard.outcomes);
    }

    @Test
    void refusalWaitsForTheThreadThatReports() throws InterruptedException {
        Heard heard = new Heard();
        SendOutcomes outcomes = new SendOutcomes(heard, SendOutcome.HANDED_OVER);
        SendCallback callback = outcomes.take(1);
        outcomes.refuse(2);
        assertEquals(Map.of(), heard.outcomes, "reported beside an outstanding send");

        onAnotherThread(() -> callback.onCompletion(null, null));

        assertEquals(Map.of(1L, SendOutcome.HANDED_OVER, 2L, SendOutcome.REJECTED), heard.outcomes);
    }

    @Test
    void callbacksServeAgain() throws InterruptedException {
        SendOutcomes outcomes = new SendOutcomes((token, outcome) -> {}, SendOutcome.ACKNOWLEDGED);
        for (int round = 0; round < 100; round++) {
            List<SendCallback> taken = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                taken.add(outcomes.take(i));
            }
            onAnotherThread(() -> taken.forEach(callback -> callback.onCompletion(null, null)));
        }
        assertEquals(6, outcomes.callbacksMade());
    }

    @Test
    void whatTheClientNeverCompletedIsUnknown() {
        Heard heard = new Heard();
        SendOutcomes outcomes = new SendOutcomes(heard, SendOutcome.ACKNOWLEDGED);
        outcomes.take(1);
        outcomes.take(2);
        outcomes.refuse(3);

        outcomes.clientEnded();
        outcomes.clientEnded();
        outcomes.refuse(4);

        assertEquals(
                Map.of(
                        1L, SendOutcome.UNKNOWN,
                        2L, SendOutcome.UNKNOWN,
                        3L, SendOutcome.REJECTED,
                        4L, SendOutcome.REJECTED),
                heard.outcomes);
        assertEquals(0, heard.twice.get());
    }

    private static void onAnotherThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "fake-io");
        thread.start();
        thread.join();
    }
}
