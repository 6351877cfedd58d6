package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.MessageListener;

/** What one consumer received, and whether its listener was called as the contract asks. Thread-safe. */
final class Inbox implements MessageListener {
    /** A producer's probe that came from a partition. */
    private record Probe(int producer, int partition) {}

    private final ConsumerSpec spec;
    private final long delayNs;
    private final Set<Probe> probes = ConcurrentHashMap.newKeySet();
    private final List<Received> received = new ArrayList<>();
    private final AtomicBoolean inCall = new AtomicBoolean();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger corrupted = new AtomicInteger();
    private final AtomicInteger callsAfterClose = new AtomicInteger();
    private volatile boolean closed;

    Inbox(ConsumerSpec spec, long delayNs) {
        this.spec = spec;
        this.delayNs = delayNs;
    }

    @Override
    public void onMessage(Delivery delivery) {
        if (!inCall.compareAndSet(false, true)) {
            overlaps.incrementAndGet();
        }
        if (closed) {
            callsAfterClose.incrementAndGet();
        }
        keep(delivery);
        if (delayNs > 0) {
            LockSupport.parkNanos(delayNs);
        }
        if (closed) {
            callsAfterClose.incrementAndGet();
        }
        inCall.set(false);
    }

    private void keep(Delivery delivery) {
        TestMessage message = TestMessage.read(delivery);
        int partition = delivery.partition();
        if (message == null || partition < 0 || partition >= spec.topic().partitions()) {
            corrupted.incrementAndGet();
        } else if (message.probe()) {
            probes.add(new Probe(message.producer(), partition));
        } else {
            synchronized (received) {
                received.add(new Received(message.producer(), message.sequence(), partition, delivery.redelivered()));
            }
        }
    }

    ConsumerSpec spec() {
        return spec;
    }

    /** Everything so far, in the order of the calls. */
    List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    boolean sawProbe(int producer, int partition) {
        return probes.contains(new Probe(producer, partition));
    }

    boolean sawProbe(int producer) {
        return probes.stream().anyMatch(probe -> probe.producer() == producer);
    }

    /** To be called when the consumer's close has returned. */
    void closed() {
        closed = true;
    }

    boolean calledAfterClose() {
        return callsAfterClose.get() > 0;
    }

    /** Fails if the listener was called in a way that the contract forbids. */
    void assertCalledAsPromised() {
        String who = "consumer " + spec.group() + "/" + spec.member();
        assertEquals(0, corrupted.get(), () -> who + ": deliveries with wrong bytes or an impossible partition");
        assertEquals(0, overlaps.get(), () -> who + ": listener calls that overlapped");
        assertEquals(0, callsAfterClose.get(), () -> who + ": listener calls that ran after close() returned");
    }
}
