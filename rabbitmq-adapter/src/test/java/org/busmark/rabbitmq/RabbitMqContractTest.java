package org.busmark.rabbitmq;

import org.busmark.bus.BusAdapter;
import org.busmark.testkit.BusContractTest;

/** RabbitMQ, tried on a private node. */
final class RabbitMqContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new RabbitMqAdapter();
    }
}
