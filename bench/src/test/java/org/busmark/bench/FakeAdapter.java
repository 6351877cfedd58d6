package org.busmark.bench;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** A bus that can be asked about, not connected to. */
public record FakeAdapter(String id, Set<Guarantee> offered, Set<Pattern> patterns, boolean needsBroker)
        implements BusAdapter {
    public static final int MOST_BYTES = 1 << 20;

    /** With a broker and the three guarantees of a broker on one node. */
    public static FakeAdapter withBroker(String id) {
        return new FakeAdapter(
                id,
                EnumSet.of(Guarantee.FIRE_AND_FORGET, Guarantee.ACKNOWLEDGED, Guarantee.PERSISTED),
                EnumSet.allOf(Pattern.class),
                true);
    }

    /** In its clients alone, promising nothing. */
    public static FakeAdapter withoutBroker(String id) {
        return new FakeAdapter(id, EnumSet.of(Guarantee.FIRE_AND_FORGET), EnumSet.allOf(Pattern.class), false);
    }

    @Override
    public String displayName() {
        return "Fake " + id;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(patterns, OrderingScope.PARTITION, false, false, false, MOST_BYTES, needsBroker);
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        Map<Guarantee, GuaranteeTerms> terms = new TreeMap<>();
        offered.forEach(guarantee -> terms.put(guarantee, new GuaranteeTerms("somehow", Map.of("acks", "1"))));
        return terms;
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        throw new BusException("is only talked about");
    }
}
