package org.busmark.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many messages: what they cost in memory, and many threads at once. */
@Timeout(120)
final class LedgerLongRunTest {
    private static final int MESSAGES = 10_000_000;
    private static final int CHUNK = 1 << 15;

    @Test
    void tenMillionMessagesAllocateUnderATenthOfAByteEach() {
        Ledger ledger = new Ledger(new LedgerSpec(1, 1, 1, 3, OrderingScope.PARTITION, true));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        ProducerAccount producer = ledger.producer(0);
        DeliveryAccount consumer = ledger.member(0, 0);
        int window = 10_000;
        for (int i = 0; i < MESSAGES + window; i++) {
            if (i < MESSAGES) {
                producer.nextSequence();
            }
            if (i >= window) {
                producer.outcome(i - window, SendOutcome.ACKNOWLEDGED);
                consumer.delivered(0, i - window, i % 3, false);
            }
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MESSAGES / 10, "bytes allocated: " + allocated);
        LedgerTotals totals = ledger.totals();
        assertEquals(MESSAGES, totals.ok());
        assertEquals(MESSAGES, totals.acknowledged());
        assertEquals(List.of(), totals.firstOffenders());
    }

    @Test
    void aSingleLossInALongRunKeepsItsPageAndIsFound() {
        Ledger ledger = new Ledger(new LedgerSpec(1, 1, 1, 1, OrderingScope.TOPIC, true));
        for (int i = 0; i < MESSAGES; i++) {
            ledger.producer(0).outcome(ledger.producer(0).nextSequence(), SendOutcome.ACKNOWLEDGED);
            if (i != 100_000) {
                ledger.member(0, 0).delivered(0, i, 0, false);
            }
        }
        assertEquals(
                List.of("lost producer 0 sequence 100000 group 0"),
                ledger.totals().firstOffenders());
        ledger.member(0, 0).delivered(0, 100_000, 0, false);
        ledger.member(0, 0).delivered(0, 100_000, 0, true);
        LedgerTotals totals = ledger.totals();
        assertEquals(List.of(0L, 1L, 1L), List.of(totals.lost(), totals.outOfOrder(), totals.duplicated()));
    }

    @Test
    void fourThreadsThatShareAGroupAndTheProducerThatPollsThemAgree() throws Exception {
        int messages = 1 << 22;
        int members = 4;
        Ledger ledger = new Ledger(new LedgerSpec(1, 1, members, 1, OrderingScope.NONE, false));
        for (int i = 0; i < messages; i++) {
            ledger.producer(0).outcome(ledger.producer(0).nextSequence(), SendOutcome.HANDED_OVER);
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        // Two go forward and two go back through each chunk, so that they meet in its words at the same time.
        CyclicBarrier together = new CyclicBarrier(members);
        for (int member = 0; member < members; member++) {
            DeliveryAccount account = ledger.member(0, member);
            int parity = member % 2;
            long backward = member < 2 ? 0 : CHUNK - 2;
            work.add(() -> {
                for (long chunk = 0; chunk < messages; chunk += CHUNK) {
                    together.await(30, TimeUnit.SECONDS);
                    for (long i = 0; i < CHUNK; i += 2) {
                        account.delivered(0, chunk + Math.abs(backward - i) + parity, 0, true);
                    }
                }
                return true;
            });
        }
        work.add(() -> {
            long latest = 0;
            while (latest < messages && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
                long seen = ledger.deliveredByEveryGroup(0);
                if (seen < latest || seen > messages) {
                    return false;
                }
                latest = seen;
            }
            return latest == messages;
        });
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Boolean> part : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                assertTrue(part.get());
            }
        } finally {
            threads.shutdownNow();
        }
        LedgerTotals totals = ledger.totals();
        assertEquals(messages, totals.ok());
        assertEquals(messages, totals.duplicated());
        assertEquals(2L * messages, totals.delivered());
        assertEquals(0, totals.lost() + totals.outOfOrder() + totals.illegalDuplicates());
    }
}
