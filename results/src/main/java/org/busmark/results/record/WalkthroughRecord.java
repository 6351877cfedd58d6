package org.busmark.results.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.jspecify.annotations.Nullable;

/**
 * The source document's example on one bus: ten messages, and which of them a consumer group read.
 *
 * @param guarantee the strongest that the bus offers
 * @param variant as the document writes it, or mended
 * @param steps what was done, in order, for people
 * @param sent every message
 * @param arrivals in the order in which they came
 * @param failure one line; null when the steps could be taken
 */
public record WalkthroughRecord(
        String bus,
        Guarantee guarantee,
        Variant variant,
        List<String> steps,
        List<Sent> sent,
        List<Arrival> arrivals,
        @Nullable String failure) {
    public WalkthroughRecord {
        steps = List.copyOf(steps);
        sent = List.copyOf(sent);
        arrivals = List.copyOf(arrivals);
    }

    /** How the example is done. */
    public enum Variant {
        AS_WRITTEN,
        MENDED
    }

    /**
     * A message that was sent.
     *
     * @param message number from 0
     * @param key that it was given
     * @param outcome what the bus said of it
     */
    public record Sent(int message, String key, String outcome) {}

    /**
     * A message that came.
     *
     * @param message number from 0; -1 for bytes that nobody sent
     * @param partition that it came from
     */
    public record Arrival(int message, int partition) {}

    /**
     * Whether the example showed what it is there to show: mended, that each message arrived exactly once and nothing
     * else did; as written, whatever happened, for what goes wrong there is the point. Never after a failure.
     */
    public boolean holds() {
        return failure == null && (variant == Variant.AS_WRITTEN || arrivedOnce());
    }

    /** Whether every message that was sent arrived exactly once, and nothing else did. */
    public boolean arrivedOnce() {
        List<Integer> expected = sent.stream().map(Sent::message).sorted().toList();
        return expected.equals(arrivals.stream().map(Arrival::message).sorted().toList());
    }

    /** Whether messages of each partition came in the order in which they were sent. */
    public boolean inOrderWithinPartitions() {
        Map<Integer, Integer> last = new HashMap<>();
        for (Arrival arrival : arrivals) {
            Integer before = last.put(arrival.partition(), arrival.message());
            if (before != null && arrival.message() < before) {
                return false;
            }
        }
        return true;
    }

    /** Whether all messages came in the order in which they were sent. */
    public boolean inOrder() {
        for (int i = 1; i < arrivals.size(); i++) {
            if (arrivals.get(i).message() < arrivals.get(i - 1).message()) {
                return false;
            }
        }
        return true;
    }
}
