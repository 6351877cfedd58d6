package org.busmark.bench.jmh.instrument;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.busmark.bench.files.BuiltIns;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.MessageBus;
import org.busmark.ledger.LedgerTotals;
import org.busmark.simulated.LoopbackAdapter;
import org.busmark.time.Clock;
import org.busmark.traffic.DisturbanceLog;
import org.busmark.traffic.Iteration;
import org.busmark.traffic.Lane;
import org.busmark.traffic.Traffic;
import org.busmark.workload.Rate;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;

/** One lane on the loopback bus; one unbroken iteration for the whole trial, so that none begins while it is measured. */
public abstract class LoopbackTraffic implements BooleanSupplier {
    private static final Duration LONGER_THAN_ANY_TRIAL = Duration.ofMinutes(10);

    private final Workload workload;
    private final boolean recorded;
    private @Nullable MessageBus bus;
    private @Nullable Traffic traffic;
    private @Nullable Lane lane;
    private @Nullable Control control;

    LoopbackTraffic(Rate rate, boolean recorded) {
        this.workload = BuiltIns.workloadNamed("small-stream").withRate(rate);
        this.recorded = recorded;
    }

    /** Connects and begins. */
    @Setup(Level.Trial)
    public void begin() throws BusException {
        BusAdapter adapter = new LoopbackAdapter();
        DisturbanceLog disturbances = new DisturbanceLog();
        MessageBus connected = adapter.connect(BusSettings.NONE, disturbances);
        Traffic provisioned =
                Traffic.provision(connected, adapter.capabilities(), workload, 1, Clock.SYSTEM, disturbances);
        Lane opened = provisioned.openLane(0);
        Iteration iteration = provisioned.begin(LONGER_THAN_ANY_TRIAL.toNanos(), recorded);
        opened.loop().begin(iteration, () -> false);
        bus = connected;
        traffic = provisioned;
        lane = opened;
    }

    final void step(Control current) {
        control = current;
        Objects.requireNonNull(lane).loop().step(this);
    }

    /** How many messages were sent. */
    final long moved() {
        return Objects.requireNonNull(lane).attempted();
    }

    /** Whether JMH wants the iteration to end. */
    @Override
    public final boolean getAsBoolean() {
        Control current = control;
        return current != null && current.stopMeasurement;
    }

    /**
     * Fails unless every message arrived. With series it only closes: JMH counts what this allocates as the last
     * iteration's, and merging series would be all that there is to see.
     */
    @TearDown(Level.Trial)
    public void end() {
        Lane open = Objects.requireNonNull(lane);
        open.loop().end();
        Traffic ended = Objects.requireNonNull(traffic);
        ended.end();
        ended.drain();
        open.close();
        if (!recorded) {
            LedgerTotals totals = ended.judge().ledger();
            if (totals.ok() != totals.attempted() || totals.delivered() != totals.ok()) {
                throw new IllegalStateException("not every message arrived once: " + totals);
            }
        }
        ended.close();
        Objects.requireNonNull(bus).close();
    }
}
