package org.busmark.example;

import java.util.Map;
import java.util.Set;
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

/** Says what the system is; costs nothing to make. */
public final class MailboxAdapter implements BusAdapter {
    private static final String CAPACITY = "capacity";
    private static final String DEFAULT_CAPACITY = "16384";

    @Override
    public String id() {
        return "mailbox";
    }

    @Override
    public String displayName() {
        return "Mailbox (example)";
    }

    @Override
    public Capabilities capabilities() {
        boolean groupsShareAPartition = false;
        boolean keepsForLateGroups = false;
        boolean flagsRedelivery = false;
        boolean needsBroker = false;
        return new Capabilities(
                Set.of(Pattern.QUEUE, Pattern.FAN_OUT),
                OrderingScope.TOPIC,
                groupsShareAPartition,
                keepsForLateGroups,
                flagsRedelivery,
                1 << 20,
                needsBroker);
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return Map.of(
                Guarantee.FIRE_AND_FORGET,
                new GuaranteeTerms(
                        "A queue in memory for each consumer; what it holds is lost when the consumer closes.",
                        Map.of(CAPACITY, DEFAULT_CAPACITY)));
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        for (String name : settings.client().keySet()) {
            if (!name.equals(CAPACITY)) {
                throw new BusException("Mailbox setting is not known: " + name + " (known: " + CAPACITY + ")");
            }
        }
        String capacity = settings.client().getOrDefault(CAPACITY, DEFAULT_CAPACITY);
        if (!capacity.matches("[1-9][0-9]{0,8}")) {
            throw new BusException("Mailbox setting capacity is not a number from 1 to 999999999: " + capacity);
        }
        return new MailboxBus(Integer.parseInt(capacity));
    }
}
