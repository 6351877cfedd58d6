package org.busmark.simulated;

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

/** The bound of what a system over TCP can do: length-prefixed messages on plain sockets and nothing else. Stateless. */
public final class RawTcpAdapter implements BusAdapter {
    static final Map<Guarantee, GuaranteeTerms> OFFERED = Map.of(
            Guarantee.FIRE_AND_FORGET,
            new GuaranteeTerms("copied to a buffer that is flushed to a socket", RawTcpConnection.SETTINGS));

    private static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(Pattern.QUEUE, Pattern.FAN_OUT),
            OrderingScope.PARTITION,
            false,
            false,
            false,
            RawTcpConnection.MAX_MESSAGE_BYTES,
            false,
            true);

    /** For {@link java.util.ServiceLoader}. */
    public RawTcpAdapter() {}

    @Override
    public String id() {
        return "tcp";
    }

    @Override
    public String displayName() {
        return "Raw TCP (bound)";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return OFFERED;
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        if (!settings.client().isEmpty()) {
            throw new BusException("tcp has no settings; found: "
                    + String.join(", ", settings.client().keySet()));
        }
        return new RawTcpBus(RawTcpListener.open(), disturbances);
    }
}
