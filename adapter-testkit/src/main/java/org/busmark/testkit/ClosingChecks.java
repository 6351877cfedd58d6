package org.busmark.testkit;

import java.time.Duration;
import java.util.List;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;

/** How things must end: within a bound, whatever is going on, and once and for all. */
record ClosingChecks(Contestant contestant) {
    private static final String GROUP = "group";

    /** How long a consumer that has closed is watched while messages are still sent. */
    private static final Duration LATE_CALL_GRACE = Duration.ofMillis(200);

    /** A producer is sending on its thread when the consumer closes: nothing reaches the listener after that. */
    void consumerClosesWhileBusy(Guarantee guarantee) throws BusException, InterruptedException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            Inbox inbox = exchange.consume(GROUP, 1).get(0);
            Sender sender = Sender.start(exchange, Integer.MAX_VALUE);
            awaitFlow(inbox);
            exchange.closeConsumers();
            Await.within(LATE_CALL_GRACE, inbox::calledAfterClose);
            sender.stop();
            exchange.deleteTopic();
            sender.awaitEnd();
            sender.outbox().assertSettled(sender.outbox().disturbed());
            inbox.assertCalledAsPromised();
        }
    }

    /** Everything is open and busy when the bus closes. */
    void busClosesWhileBusy(Guarantee guarantee) throws BusException, InterruptedException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 2, GROUP)) {
            List<Inbox> inboxes = exchange.consume(GROUP, 2);
            Sender sender = Sender.start(exchange, Integer.MAX_VALUE);
            inboxes.forEach(this::awaitFlow);
            exchange.closeBus();
            sender.stop();
            sender.awaitEnd();
            sender.outbox().assertSettled(sender.outbox().disturbed());
            inboxes.forEach(Inbox::assertCalledAsPromised);
        }
    }

    void closesTwice(Guarantee guarantee) throws BusException {
        try (Exchange exchange = Exchange.open(contestant, guarantee, 1, GROUP)) {
            Outbox outbox = exchange.produce();
            List<Inbox> inboxes = exchange.consume(GROUP, 1);
            exchange.awaitReady();
            outbox.sendRound(10);
            exchange.awaitDelivered(inboxes);
            exchange.finish();
            exchange.finish();
            exchange.closeBus();
            exchange.closeBus();
            exchange.assertEachOnce(inboxes);
        }
    }

    private void awaitFlow(Inbox inbox) {
        Await.until(contestant.patience(), () -> inbox.received().size() > 100, () -> "more than 100 messages");
    }
}
