package org.busmark.rabbitmq;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.busmark.bus.GuaranteeTerms;

/**
 * How RabbitMQ offers each guarantee. The queue is durable at every one: 4.3 refuses other queues that are not
 * exclusive. REPLICATED is absent, since one node cannot offer it.
 */
final class RabbitMqGuarantees {
    private static final int TRANSIENT = 1;
    private static final int PERSISTENT = 2;

    private RabbitMqGuarantees() {}

    static Map<Guarantee, GuaranteeTerms> all() {
        Map<Guarantee, String> how = new EnumMap<>(Guarantee.class);
        how.put(
                Guarantee.FIRE_AND_FORGET,
                "Transient messages to a classic queue without confirms; the broker counts a message as read when it"
                        + " has sent it.");
        how.put(
                Guarantee.ACKNOWLEDGED,
                "Transient messages to a classic queue, confirmed when the queue has them; consumers acknowledge.");
        how.put(
                Guarantee.PERSISTED,
                "Persistent messages to a classic queue, confirmed when they are written (no sync for each);"
                        + " consumers acknowledge.");
        how.put(
                Guarantee.FLUSHED,
                "A quorum queue, confirmed when its log is synced (a batch at a time); consumers acknowledge.");
        Map<Guarantee, GuaranteeTerms> terms = new EnumMap<>(Guarantee.class);
        how.forEach((guarantee, words) -> terms.put(guarantee, new GuaranteeTerms(words, settings(guarantee))));
        return Collections.unmodifiableMap(terms);
    }

    static boolean offers(Guarantee guarantee) {
        return guarantee != Guarantee.REPLICATED;
    }

    /** Whether producers select confirms and publish {@code mandatory}, and consumers acknowledge. */
    static boolean confirms(Guarantee guarantee) {
        return guarantee.isAcknowledged();
    }

    /** AMQP's delivery mode: 1 transient, 2 persistent. A quorum queue persists either; 2 says what is meant. */
    static int deliveryMode(Guarantee guarantee) {
        return guarantee.compareTo(Guarantee.PERSISTED) < 0 ? TRANSIENT : PERSISTENT;
    }

    /**
     * Arguments of a queue's declaration. A quorum queue drops a message after 20 redeliveries unless told otherwise,
     * which would be a loss that nobody asked for.
     */
    static Map<String, Object> queueArguments(Guarantee guarantee) {
        return guarantee.compareTo(Guarantee.FLUSHED) < 0
                ? Map.of("x-queue-type", "classic")
                : Map.of("x-queue-type", "quorum", "x-delivery-limit", -1);
    }

    private static Map<String, String> settings(Guarantee guarantee) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Object> queue = queueArguments(guarantee);
        settings.put("durable", "true");
        for (String argument : new String[] {"x-queue-type", "x-delivery-limit"}) {
            if (queue.containsKey(argument)) {
                settings.put(argument, String.valueOf(queue.get(argument)));
            }
        }
        settings.put("delivery_mode", Integer.toString(deliveryMode(guarantee)));
        settings.put("confirm.select", Boolean.toString(confirms(guarantee)));
        settings.put("mandatory", Boolean.toString(confirms(guarantee)));
        settings.put("no-ack", Boolean.toString(!confirms(guarantee)));
        return settings;
    }
}
