package org.busmark.bench.fakes;

import java.util.Map;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Capabilities;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;
import org.busmark.bus.MessageBus;
import org.busmark.simulated.LoopbackAdapter;

/** A loopback bus under another name, with whatever its subclass puts before it. */
abstract class LoopbackLike implements BusAdapter {
    private final LoopbackAdapter loopback = new LoopbackAdapter();
    private final String id;
    private final boolean needsBroker;

    LoopbackLike(String id, boolean needsBroker) {
        this.id = id;
        this.needsBroker = needsBroker;
    }

    /** Throws, or hangs, as the subclass likes. */
    abstract void approve(Map<String, String> connection) throws BusException;

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String displayName() {
        return "Fake " + id;
    }

    @Override
    public final Capabilities capabilities() {
        Capabilities own = loopback.capabilities();
        return new Capabilities(
                own.patterns(),
                own.order(),
                own.groupsShareAPartition(),
                own.keepsForLateGroups(),
                own.flagsRedelivery(),
                own.maxMessageBytes(),
                needsBroker);
    }

    @Override
    public final Map<Guarantee, GuaranteeTerms> guarantees() {
        return loopback.guarantees();
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        approve(settings.connection());
        return loopback.connect(settings, disturbances);
    }
}
