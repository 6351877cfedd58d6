package org.busmark.testkit;

import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.BusException;
import org.busmark.bus.MessageBus;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Sends on, with one fault in every tenth message or outcome. */
final class FaultyProducer implements Producer {
    private final Producer sound;
    private final SendListener outcomes;
    private final Fault fault;
    private final int partitions;
    private final List<Runnable> held = new ArrayList<>();
    private int sends;
    private boolean closed;

    private FaultyProducer(MessageBus bus, ProducerSpec spec, SendListener outcomes, Fault fault) throws BusException {
        this.outcomes = outcomes;
        this.fault = fault;
        this.partitions = spec.topic().partitions();
        this.sound = bus.openProducer(spec, this::onOutcome);
    }

    static Producer open(MessageBus bus, ProducerSpec spec, SendListener outcomes, Fault fault) throws BusException {
        return new FaultyProducer(bus, spec, outcomes, fault);
    }

    @Override
    public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
        boolean chosen = ++sends % 10 == 0;
        int target = fault == Fault.SPREADS_A_KEY && key != null ? sends % partitions : partition;
        if (sends == 20 && fault == Fault.SWAPS_TWO_MESSAGES) {
            byte[] copy = payload.clone();
            held.add(() -> sound.send(copy, key, target, token));
        } else if (chosen && fault == Fault.READS_THE_PAYLOAD_LATE) {
            held.add(() -> sound.send(payload, key, target, token));
        } else {
            sound.send(payload, key, target, token);
            // Some sends later, so that a message to the same partition has come between.
            if (sends % 10 == 5 && fault != Fault.TELLS_AN_OUTCOME_AFTER_CLOSE) {
                release();
            }
        }
    }

    private void release() {
        held.forEach(Runnable::run);
        held.clear();
    }

    private void onOutcome(long token, SendOutcome outcome) {
        boolean chosen = sends % 10 == 0;
        if (!chosen) {
            outcomes.onOutcome(token, outcome);
            return;
        }
        switch (fault) {
            case MISSES_AN_OUTCOME -> {}
            case TELLS_AN_OUTCOME_TWICE -> {
                outcomes.onOutcome(token, outcome);
                outcomes.onOutcome(token, outcome);
            }
            case TELLS_AN_OUTCOME_AFTER_CLOSE -> held.add(() -> outcomes.onOutcome(token, outcome));
            case CHANGES_THE_TOKEN -> outcomes.onOutcome(token + 1, outcome);
            case ACKNOWLEDGES_WHAT_NOBODY_PROMISED -> outcomes.onOutcome(token, SendOutcome.ACKNOWLEDGED);
            default -> outcomes.onOutcome(token, outcome);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (fault != Fault.TELLS_AN_OUTCOME_AFTER_CLOSE) {
                release();
            }
            sound.close();
        } else {
            release();
        }
    }
}
