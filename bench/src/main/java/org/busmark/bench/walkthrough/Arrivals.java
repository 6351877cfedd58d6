package org.busmark.bench.walkthrough;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;
import org.busmark.results.record.WalkthroughRecord.Arrival;

/** Notes what a group reads, in order. Thread-safe. */
final class Arrivals implements MessageListener {
    private static final String PREFIX = "message ";

    private final List<Arrival> arrivals = new ArrayList<>();

    static byte[] payload(int message) {
        return (PREFIX + message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void onMessage(Delivery delivery) {
        String text = new String(delivery.buffer(), delivery.offset(), delivery.length(), StandardCharsets.UTF_8);
        boolean ours = text.matches(PREFIX + "\\d{1,6}");
        arrivals.add(new Arrival(ours ? Integer.parseInt(text.substring(PREFIX.length())) : -1, delivery.partition()));
        notifyAll();
    }

    /** Waits until so many came, or the time is over. */
    synchronized void await(int count, long millis) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (arrivals.size() < count) {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
            if (leftMs <= 0) {
                return;
            }
            wait(leftMs);
        }
    }

    synchronized List<Arrival> inOrder() {
        return List.copyOf(arrivals);
    }
}
