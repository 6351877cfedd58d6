package org.busmark.kafka;

import java.util.EnumSet;
import java.util.Map;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.ProvisionsBroker;
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

/** Apache Kafka through its own Java client. Stateless and thread-safe. */
public final class KafkaAdapter implements BusAdapter, ProvisionsBroker {
    /**
     * Kafka keeps messages whether or not anybody reads, gives each partition to one member of a group, and cannot tell
     * a listener that it has seen a message before.
     */
    private static final Capabilities CAPABILITIES = new Capabilities(
            EnumSet.of(Pattern.QUEUE, Pattern.FAN_OUT),
            OrderingScope.PARTITION,
            false,
            true,
            false,
            StatedChoices.MAX_MESSAGE_BYTES,
            true);

    @Override
    public String id() {
        return "kafka";
    }

    @Override
    public String displayName() {
        return "Apache Kafka";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return KafkaGuarantees.OFFERED;
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        return KafkaBus.connect(KafkaSettings.of(settings), disturbances);
    }

    @Override
    public BrokerRecipe brokerRecipe() {
        return new KafkaRecipe();
    }
}
