package org.busmark.kafka;

import org.busmark.bus.BusAdapter;
import org.busmark.testkit.BusContractTest;

/** The contract, against a private broker in a JVM of its own. */
final class KafkaContractTest extends BusContractTest {
    @Override
    protected BusAdapter adapter() {
        return new KafkaAdapter();
    }
}
