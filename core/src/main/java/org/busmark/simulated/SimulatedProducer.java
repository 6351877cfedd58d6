package org.busmark.simulated;

import java.util.Arrays;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.busmark.wire.WireHeader;
import org.jspecify.annotations.Nullable;

/**
 * Asks the script what becomes of each message. A probe, known by the bit in its header, meets no fate, waits for
 * nothing and is not counted: fates begin with the first message on every way of running, in a JMH fork as well, where
 * nobody is there to arm the bus.
 */
final class SimulatedProducer implements Producer {
    /** A probe has no place among the messages. */
    private static final long NO_SEQUENCE = Long.MAX_VALUE;

    private final SimulatedBus bus;
    private final SimulatedTopic topic;
    private final int number;
    private final SendListener outcomes;
    private final Script script;
    private final Gate gate;
    private final Tally tally;
    private final Instants instants;
    private final SendOutcome success;
    private final @Nullable OutcomeLine line;
    private long sequence;
    private int turn;
    private volatile boolean closed;

    SimulatedProducer(SimulatedBus bus, SimulatedTopic topic, ProducerSpec spec, SendListener outcomes) {
        this.bus = bus;
        this.topic = topic;
        this.number = spec.producer();
        this.outcomes = outcomes;
        this.script = bus.script();
        this.gate = bus.gate();
        this.tally = bus.tally();
        this.instants = tally.instants(number);
        boolean acknowledged = topic.spec().guarantee().isAcknowledged();
        this.success = acknowledged ? SendOutcome.ACKNOWLEDGED : SendOutcome.HANDED_OVER;
        this.line = acknowledged && !script.ackDelay().equals(Delay.NONE)
                ? new OutcomeLine(outcomes, gate, instants, "busmark-simulated-outcomes-" + number)
                : null;
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        int target = partition == ANY_PARTITION ? choose(key) : partition;
        if (WireHeader.isProbe(payload)) {
            sendProbe(payload, target, token);
            return;
        }
        if (closed || bus.isClosed()) {
            tell(token, NO_SEQUENCE, SendOutcome.REJECTED, 0);
            return;
        }
        long number = sequence++;
        tally.count(Count.SENT);
        instants.entered(number, System.nanoTime());
        long sentNs = gate.admit(this::isClosed);
        Fate fate = sentNs == Gate.REFUSED || !isReachable(target) ? Fate.REJECTED : script.fate(this.number, number);
        if (fate == Fate.REJECTED) {
            tally.count(Count.REJECTED);
            tell(token, number, SendOutcome.REJECTED, 0);
            return;
        }
        for (SimulatedConsumer receiver : topic.receivers(target)) {
            if (fate == Fate.LOST) {
                tally.count(Count.LOST);
            } else {
                receiver.offer(payload, target, this.number, number, fate, sentNs, instants);
            }
        }
        tellTaken(token, number, sentNs);
    }

    private boolean isClosed() {
        return closed || bus.isClosed();
    }

    /** Where something is promised, a message that would reach nobody is not taken. */
    private boolean isReachable(int partition) {
        return success == SendOutcome.HANDED_OVER || topic.reachesEveryGroup(partition);
    }

    private void sendProbe(byte[] payload, int partition, long token) {
        if (!isClosed()) {
            for (SimulatedConsumer receiver : topic.receivers(partition)) {
                receiver.offerProbe(payload, partition);
            }
        }
        tell(token, NO_SEQUENCE, isClosed() ? SendOutcome.REJECTED : success, 0);
    }

    private void tellTaken(long token, long number, long sentNs) {
        if (success == SendOutcome.HANDED_OVER) {
            tally.count(Count.HANDED_OVER);
            tell(token, number, success, 0);
            return;
        }
        boolean lost = script.losesAck(this.number, number);
        tally.count(lost ? Count.ACKS_LOST : Count.ACKNOWLEDGED);
        tell(token, number, lost ? SendOutcome.UNKNOWN : success, sentNs + script.ackDelayNs(this.number, number));
    }

    private void tell(long token, long number, SendOutcome outcome, long dueNs) {
        if (line == null) {
            instants.answered(number, System.nanoTime());
            outcomes.onOutcome(token, outcome);
        } else {
            line.tell(token, number, outcome, dueNs == 0 ? System.nanoTime() : dueNs);
        }
    }

    private int choose(byte @Nullable [] key) {
        int partitions = topic.spec().partitions();
        if (partitions == 1) {
            return 0;
        }
        return Math.floorMod(key == null ? turn++ : Arrays.hashCode(key), partitions);
    }

    @Override
    public void close() {
        closed = true;
        if (line != null) {
            line.close();
        }
        bus.forget(this);
    }

    /** For the bus, from its own thread: the connection is gone. */
    void abandon() {
        closed = true;
        if (line != null) {
            line.hurry();
        }
    }
}
