package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.junit.jupiter.api.Test;

/** What a guarantee means on RabbitMQ, written down: a change of these is a change of what is compared. */
final class RabbitMqGuaranteesTest {
    @Test
    void classicQueuesWithRisingPromises() {
        assertSettings(Guarantee.FIRE_AND_FORGET, "true classic null 1 false false true");
        assertSettings(Guarantee.ACKNOWLEDGED, "true classic null 1 true true false");
        assertSettings(Guarantee.PERSISTED, "true classic null 2 true true false");
    }

    @Test
    void aQuorumQueueThatNeverDropsWhenFlushed() {
        assertSettings(Guarantee.FLUSHED, "true quorum -1 2 true true false");
    }

    @Test
    void oneNodeReplicatesNothing() {
        assertFalse(RabbitMqGuarantees.offers(Guarantee.REPLICATED));
        assertFalse(RabbitMqGuarantees.all().containsKey(Guarantee.REPLICATED));
        RabbitMqGuarantees.all().keySet().forEach(offered -> assertTrue(RabbitMqGuarantees.offers(offered)));
    }

    @Test
    void theAdapterIsFoundByTheServiceLoader() {
        List<String> ids = ServiceLoader.load(BusAdapter.class).stream()
                .map(provider -> provider.get().id())
                .toList();
        assertTrue(ids.contains("rabbitmq"), ids.toString());
    }

    private static void assertSettings(Guarantee guarantee, String values) {
        Map<String, String> settings =
                Objects.requireNonNull(RabbitMqGuarantees.all().get(guarantee)).settings();
        assertEquals(
                values,
                String.join(
                        " ",
                        settings.get("durable"),
                        settings.get("x-queue-type"),
                        settings.get("x-delivery-limit"),
                        settings.get("delivery_mode"),
                        settings.get("confirm.select"),
                        settings.get("mandatory"),
                        settings.get("no-ack")));
    }
}
