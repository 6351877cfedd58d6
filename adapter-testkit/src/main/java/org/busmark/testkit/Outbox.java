package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.busmark.bus.BusException;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One producer, what it sent and what became of it. Sends and closes on the thread that opened it; everything else is
 * thread-safe.
 */
final class Outbox implements SendListener, AutoCloseable {
    private final ProducerSpec spec;
    private final Producer producer;
    private final Map<Long, Integer> sequenceOfToken = new HashMap<>();
    private final Map<Long, SendOutcome> outcomes = new HashMap<>();
    private final Set<String> offences = new HashSet<>();
    private final AtomicBoolean inCall = new AtomicBoolean();
    private final AtomicInteger probes = new AtomicInteger();
    private volatile int messages;
    private volatile boolean closed;

    private Outbox(MessageBus bus, ProducerSpec spec) throws BusException {
        this.spec = spec;
        this.producer = bus.openProducer(spec, this);
    }

    static Outbox open(MessageBus bus, ProducerSpec spec) throws BusException {
        return new Outbox(bus, spec);
    }

    int number() {
        return spec.producer();
    }

    /** How many messages it has sent; their sequence numbers are 0 to this less 1. */
    int messages() {
        return messages;
    }

    /** Sends the next message and spoils the arrays as soon as they are the caller's again. */
    void send(int bytes, byte @Nullable [] key, int partition) {
        int sequence = messages;
        byte[] payload = new TestMessage(number(), sequence, false).bytes(bytes);
        byte @Nullable [] ownKey = key == null ? null : key.clone();
        producer.send(payload, ownKey, partition, expect(sequence));
        Arrays.fill(payload, (byte) 0x55);
        if (ownKey != null) {
            Arrays.fill(ownKey, (byte) 0x55);
        }
        messages = sequence + 1;
    }

    /** Sends {@code count} messages of 100 B; message i goes to partition i modulo partitions. */
    void sendRound(int count) {
        for (int i = 0; i < count; i++) {
            send(100, null, messages % spec.topic().partitions());
        }
    }

    /** Sends a probe to each partition. */
    void probe() {
        for (int partition = 0; partition < spec.topic().partitions(); partition++) {
            int number = probes.getAndIncrement();
            producer.send(new TestMessage(number(), number, true).bytes(32), null, partition, expect(-1 - number));
        }
    }

    /** A token that uses all 64 bits and is different for each send; a sequence below zero is a probe's. */
    private long expect(int sequence) {
        long token = (((long) number() << 32) + sequence) * 0x9E3779B97F4A7C15L;
        synchronized (this) {
            sequenceOfToken.put(token, sequence);
        }
        return token;
    }

    @Override
    public void onOutcome(long token, SendOutcome outcome) {
        if (!inCall.compareAndSet(false, true)) {
            offend("an outcome while another one was being told");
        }
        synchronized (this) {
            if (closed) {
                offend("an outcome after close() returned");
            }
            if (!sequenceOfToken.containsKey(token)) {
                offend("an outcome for a token that was never given: " + token);
            } else if (outcomes.put(token, outcome) != null) {
                offend("a second outcome for one send");
            }
        }
        inCall.set(false);
    }

    private synchronized void offend(String offence) {
        offences.add(offence);
    }

    /** Sends, probes included, that have no outcome yet. */
    synchronized int outstanding() {
        return sequenceOfToken.size() - outcomes.size();
    }

    void awaitSettled() {
        Await.until(
                Producer.MAX_BLOCK.plusSeconds(10),
                () -> outstanding() == 0,
                () -> outstanding() + " outcomes of producer " + number());
    }

    /** The sequence numbers of the messages that the system acknowledged. */
    synchronized Set<Integer> acknowledged() {
        Set<Integer> acknowledged = new HashSet<>();
        outcomes.forEach((token, outcome) -> {
            int sequence = sequenceOfToken.getOrDefault(token, -1);
            if (outcome == SendOutcome.ACKNOWLEDGED && sequence >= 0) {
                acknowledged.add(sequence);
            }
        });
        return acknowledged;
    }

    /** The outcome that says that all went well at the topic's guarantee. */
    SendOutcome success() {
        return spec.topic().guarantee().isAcknowledged() ? SendOutcome.ACKNOWLEDGED : SendOutcome.HANDED_OVER;
    }

    /** Outcomes that may come when something happened to the connection. */
    Set<SendOutcome> disturbed() {
        return EnumSet.of(success(), SendOutcome.REJECTED, SendOutcome.UNKNOWN);
    }

    @Override
    public void close() {
        producer.close();
        closed = true;
    }

    /** Fails unless every send has exactly one outcome, of an allowed kind, told as the contract asks. */
    synchronized void assertSettled(Set<SendOutcome> allowed) {
        assertTrue(offences.isEmpty(), () -> "producer " + number() + ": " + offences);
        assertEquals(0, outstanding(), () -> "producer " + number() + ": sends without an outcome");
        Set<SendOutcome> kinds = EnumSet.noneOf(SendOutcome.class);
        kinds.addAll(outcomes.values());
        assertTrue(
                allowed.containsAll(kinds),
                () -> "producer " + number() + ": outcomes " + kinds + ", allowed " + allowed);
    }
}
