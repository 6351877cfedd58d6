package org.busmark.zeromq;

import java.util.EnumSet;
import java.util.Map;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Capabilities;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;
import org.busmark.bus.MessageBus;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.Pattern;

/** ZeroMQ through JeroMQ, over TCP on loopback. Stateless. */
public final class ZeroMqAdapter implements BusAdapter {
    private static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(Pattern.QUEUE, Pattern.FAN_OUT),
            OrderingScope.PARTITION,
            // PUSH deals to all that are connected. PUB copies to each: there the bus refuses more members than
            // partitions.
            true,
            false,
            false,
            ZeroMqProducer.MAX_MESSAGE_BYTES,
            false);

    /** For {@link java.util.ServiceLoader}. */
    public ZeroMqAdapter() {}

    @Override
    public String id() {
        return "zeromq";
    }

    @Override
    public String displayName() {
        return "ZeroMQ (JeroMQ)";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return ZeroMqGuarantees.OFFERED;
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        if (!settings.connection().isEmpty()) {
            throw new BusException("ZeroMQ has no broker to connect to, but was given "
                    + settings.connection().keySet());
        }
        return new ZeroMqBus(ZeroMqSettings.parse(settings.client()), disturbances);
    }
}
