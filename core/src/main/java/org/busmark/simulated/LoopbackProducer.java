package org.busmark.simulated;

import java.util.Arrays;
import org.busmark.bus.Producer;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Hands each message to the listeners before {@code send} returns. */
final class LoopbackProducer implements Producer {
    private final LoopbackTopic topic;
    private final SendListener outcomes;
    private int turn;
    private boolean closed;

    LoopbackProducer(LoopbackTopic topic, SendListener outcomes) {
        this.topic = topic;
        this.outcomes = outcomes;
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        if (closed) {
            outcomes.onOutcome(token, SendOutcome.REJECTED);
            return;
        }
        topic.publish(payload, partition == ANY_PARTITION ? choose(key) : partition);
        outcomes.onOutcome(token, SendOutcome.HANDED_OVER);
    }

    private int choose(byte @Nullable [] key) {
        if (topic.partitions() == 1) {
            return 0;
        }
        int place = key == null ? turn++ : Arrays.hashCode(key);
        return Math.floorMod(place, topic.partitions());
    }

    @Override
    public void close() {
        closed = true;
    }
}
