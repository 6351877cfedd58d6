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

/** The bound on one thread: what the instrument itself costs when sending and receiving share a processor. */
public final class LoopbackAdapter implements BusAdapter {
    @Override
    public String id() {
        return "loopback";
    }

    @Override
    public String displayName() {
        return "Loopback (bound)";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                EnumSet.allOf(Pattern.class), OrderingScope.TOPIC, false, false, false, Integer.MAX_VALUE, false, true);
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return Map.of(
                Guarantee.FIRE_AND_FORGET,
                new GuaranteeTerms("the listener is called on the sender's thread", Map.of()));
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        if (!settings.client().isEmpty()) {
            throw new BusException("loopback has no settings; found: "
                    + String.join(", ", settings.client().keySet()));
        }
        return new LoopbackBus();
    }
}
