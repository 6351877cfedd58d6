package org.busmark.bench.jmh;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.busmark.bus.BusException;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Lane;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.ThreadParams;

/** One producer: opened, used and closed on the JMH thread that it belongs to. */
@State(Scope.Thread)
public class LaneState implements BooleanSupplier {
    private @Nullable Lane lane;
    private @Nullable Control control;

    /** Opens the producer and waits until its messages arrive. */
    @Setup(Level.Trial)
    public void open(BusState bus, ThreadParams thread) throws BusException {
        lane = bus.traffic().openLane(thread.getThreadIndex());
    }

    /** Takes its place in the iteration; a closed loop fills its window. */
    @Setup(Level.Iteration)
    public void begin(BusState bus) {
        control = null;
        lane().loop().begin(bus.iteration(), this);
    }

    void step(Control current) {
        control = current;
        lane().loop().step(this);
    }

    /** Whether JMH wants the iteration to end; every wait of an operation asks. */
    @Override
    public boolean getAsBoolean() {
        Control current = control;
        return (current != null && current.stopMeasurement)
                || Thread.currentThread().isInterrupted();
    }

    /** Accounts for what was due and not sent; after the last warm-up iteration, goes on until the run has settled. */
    @TearDown(Level.Iteration)
    public void end(BusState bus) {
        lane().loop().end();
        SettlingWatch settling = bus.settling();
        if (settling != null) {
            settle(settling);
        }
    }

    /** By the very code that is measured: another condition to end it would have it compiled again afterwards. */
    private void settle(SettlingWatch settling) {
        Iteration further = settling.begin();
        control = settling.control();
        if (!getAsBoolean()) {
            lane().loop().begin(further, this);
            while (!getAsBoolean()) {
                step(settling.control());
            }
            lane().loop().end();
        }
    }

    /** Closes the producer; every send has its outcome afterwards. */
    @TearDown(Level.Trial)
    public void close(BusState bus) {
        try {
            if (lane != null) {
                lane.close();
            }
        } finally {
            bus.laneClosed();
        }
    }

    private Lane lane() {
        return Objects.requireNonNull(lane, "the lane is not open");
    }
}
