package org.busmark.testkit;

import java.util.HashMap;
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

/** The loopback bus with one fault, or none: what the contract must refuse. */
final class FaultyAdapter implements BusAdapter {
    private final BusAdapter sound = new LoopbackAdapter();
    private final Fault fault;

    FaultyAdapter(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String id() {
        return "faulty";
    }

    @Override
    public String displayName() {
        return "Faulty";
    }

    @Override
    public Capabilities capabilities() {
        return sound.capabilities();
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return sound.guarantees();
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        Map<String, String> client = fault == Fault.TAKES_ANY_SETTING ? Map.of() : settings.client();
        if (settings.connection().containsKey("unreachable") && fault != Fault.CONNECTS_TO_NOWHERE) {
            throw new BusException("nobody answers");
        }
        Map<String, String> facts = new HashMap<>();
        if (fault == Fault.SHOWS_THE_PASSWORD) {
            facts.putAll(settings.connection());
        }
        return new FaultyBus(sound.connect(new BusSettings(Map.of(), client), disturbances), fault, facts);
    }
}
