package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;

/** What senders must be told: one outcome for each send, of the right kind, with the token that they gave. */
record OutcomeChecks(Contestant contestant) {
    private static final String GROUP = "group";

    void everySendHasOneOutcome(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            Outbox outbox = exchange.produce();
            exchange.consume(GROUP, 1);
            exchange.awaitReady();
            outbox.sendRound(1_000);
            outbox.close();
            outbox.assertSettled(Set.of(outbox.success()));
            exchange.closeConsumers();
        }
    }

    void acknowledgedIsDelivered(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 2);
            exchange.awaitReady();
            outbox.sendRound(500);
            outbox.awaitSettled();
            Set<Integer> all = IntStream.range(0, 500).boxed().collect(Collectors.toSet());
            assertEquals(all, outbox.acknowledged(), "acknowledged messages");
            exchange.awaitDelivered(inboxes);
            exchange.finish();
        }
    }
}
