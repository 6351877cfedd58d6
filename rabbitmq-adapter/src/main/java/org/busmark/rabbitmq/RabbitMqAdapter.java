package org.busmark.rabbitmq;

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

/** RabbitMQ 4 over AMQP 0.9.1 with its own Java client. */
public final class RabbitMqAdapter implements BusAdapter, ProvisionsBroker {
    /** RabbitMQ 4's own default for {@code max_message_size}, bytes; the private node is configured with it too. */
    static final int MAX_MESSAGE_BYTES = 16 << 20;

    @Override
    public String id() {
        return "rabbitmq";
    }

    @Override
    public String displayName() {
        return "RabbitMQ";
    }

    /** A queue keeps what its group has not read, from the moment the group is known; what came before is not there. */
    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                EnumSet.allOf(Pattern.class), OrderingScope.PARTITION, true, true, true, MAX_MESSAGE_BYTES, true);
    }

    @Override
    public Map<Guarantee, GuaranteeTerms> guarantees() {
        return RabbitMqGuarantees.all();
    }

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        return RabbitMqBus.connect(RabbitMqSettings.of(settings), disturbances);
    }

    @Override
    public BrokerRecipe brokerRecipe() {
        return new RabbitMqRecipe();
    }
}
