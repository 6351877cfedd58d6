package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.busmark.bus.BusException;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.Producer;

/** What consumers must receive: every byte, in order, from the right partition, once for each group. */
record DeliveryChecks(Contestant contestant) {
    private static final String GROUP = "group";

    void roundTrip(Guarantee guarantee, int bytes) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            for (int i = 0; i < 5; i++) {
                outbox.send(bytes, null, 0);
            }
            finish(exchange, inboxes);
        }
    }

    void payloadBelongsToTheCallerAfterSend(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            byte[] key = "key".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 500; i++) {
                outbox.send(1024, key, Producer.ANY_PARTITION);
            }
            finish(exchange, inboxes);
        }
    }

    void order(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 3, GROUP)) {
            Outbox first = exchange.produce();
            Outbox second = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 2);
            exchange.awaitReady();
            for (int i = 0; i < 50; i++) {
                first.sendRound(9);
                second.sendRound(9);
            }
            finish(exchange, inboxes);
            inboxes.forEach(this::assertOrdered);
        }
    }

    private void assertOrdered(Inbox inbox) {
        OrderingScope scope = contestant.adapter().capabilities().order();
        if (scope == OrderingScope.NONE) {
            return;
        }
        Map<List<Integer>, Integer> last = new HashMap<>();
        for (Received received : inbox.received()) {
            List<Integer> stream = scope == OrderingScope.TOPIC
                    ? List.of(received.producer())
                    : List.of(received.producer(), received.partition());
            Integer before = last.put(stream, received.sequence());
            assertTrue(
                    before == null || before < received.sequence(),
                    () -> received + " came after number " + before + " of its stream, scope " + scope);
        }
    }

    void explicitPartition(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 3, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            outbox.sendRound(90);
            finish(exchange, inboxes);
            inboxes.get(0)
                    .received()
                    .forEach(received ->
                            assertEquals(received.sequence() % 3, received.partition(), received::toString));
        }
    }

    void keyKeepsItsPartition(Guarantee guarantee) throws BusException {
        int keys = 64;
        try (Exchange exchange = Exchange.open(contestant, guarantee, 3, GROUP)) {
            List<Outbox> outboxes = List.of(exchange.produce(), exchange.produce());
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            for (int i = 0; i < 3 * keys; i++) {
                byte[] key = ("key-" + i % keys).getBytes(StandardCharsets.US_ASCII);
                for (Outbox outbox : outboxes) {
                    outbox.send(100, key, Producer.ANY_PARTITION);
                }
            }
            finish(exchange, inboxes);
            Map<Integer, Set<Integer>> partitionsOfKey = inboxes.get(0).received().stream()
                    .collect(Collectors.groupingBy(
                            received -> received.sequence() % keys,
                            Collectors.mapping(Received::partition, Collectors.toSet())));
            partitionsOfKey.forEach(
                    (key, partitions) -> assertEquals(1, partitions.size(), () -> "key " + key + " in " + partitions));
            long used = partitionsOfKey.values().stream().distinct().count();
            assertTrue(used > 1, "64 keys share one partition of three");
        }
    }

    void anyPartitionWithoutKey(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 3, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            for (int i = 0; i < 90; i++) {
                outbox.send(100, null, Producer.ANY_PARTITION);
            }
            finish(exchange, inboxes);
        }
    }

    void members(Guarantee guarantee, int partitions, int members) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, partitions, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, members);
            exchange.awaitReady();
            outbox.sendRound(400);
            finish(exchange, inboxes);
            inboxes.forEach(inbox -> assertTrue(
                    !inbox.received().isEmpty(),
                    () -> "nothing for member " + inbox.spec().member()));
        }
    }

    void groups(Guarantee guarantee, int partitions, int members) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, partitions, "left", "right")) {
            Outbox outbox = exchange.produce();
            List<Inbox> left = exchange.consume("left", members);
            List<Inbox> right = exchange.consume("right", members);
            exchange.awaitReady();
            outbox.sendRound(400);
            exchange.awaitDelivered(left);
            exchange.awaitDelivered(right);
            exchange.finish();
            exchange.assertEachOnce(left);
            exchange.assertEachOnce(right);
        }
    }

    /** As much as the caller said it would leave outstanding, in one go and again: a queue that holds less shows here. */
    void fullWindows(Guarantee guarantee, String... groups) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, groups)) {
            Outbox outbox = exchange.produce();
            List<List<Inbox>> members = new ArrayList<>();
            for (String group : groups) {
                members.add(exchange.consume(group, 1));
            }
            exchange.awaitReady();
            for (int window = 0; window < 5; window++) {
                outbox.sendRound(Exchange.MAX_IN_FLIGHT);
                members.forEach(exchange::awaitDelivered);
                outbox.awaitSettled();
            }
            exchange.finish();
            members.forEach(exchange::assertEachOnce);
        }
    }

    void severalProducers(Guarantee guarantee) throws BusException, InterruptedException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            List<Sender> senders = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                senders.add(Sender.start(exchange, 300));
            }
            for (Sender sender : senders) {
                sender.awaitEnd();
            }
            finish(exchange, inboxes);
        }
    }

    void slowListener(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, GROUP)) {
            Outbox outbox = exchange.produce();
            Inbox inbox = exchange.consume(
                    new ConsumerSpec(exchange.topic(), GROUP, 0, 1, ConsumerSpec.Start.LATEST),
                    TimeUnit.MILLISECONDS.toNanos(3));
            exchange.awaitReady();
            outbox.sendRound(500);
            finish(exchange, List.of(inbox));
        }
    }

    void lateGroup(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            Outbox outbox = exchange.produce();
            outbox.sendRound(200);
            outbox.awaitSettled();
            Inbox inbox =
                    exchange.consume(new ConsumerSpec(exchange.topic(), GROUP, 0, 1, ConsumerSpec.Start.EARLIEST), 0);
            finish(exchange, List.of(inbox));
        }
    }

    private static void finish(Exchange exchange, List<Inbox> group) {
        exchange.awaitDelivered(group);
        exchange.finish();
        exchange.assertEachOnce(group);
    }
}
