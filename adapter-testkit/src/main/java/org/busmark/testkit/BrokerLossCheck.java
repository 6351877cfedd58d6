package org.busmark.testkit;

import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;

/** The broker goes away while everything is open and busy: every send still gets an outcome, and everything closes. */
record BrokerLossCheck(Contestant contestant, PrivateBroker broker) {

    /** A topic at one guarantee with the sender and the consumer on it. */
    private record Traffic(Exchange exchange, Inbox inbox, Sender sender) {}

    void everySendStillHasAnOutcome(Iterable<Guarantee> guarantees) throws BusException, InterruptedException {
        List<Traffic> traffic = new ArrayList<>();
        for (Guarantee guarantee : guarantees) {
            traffic.add(open(guarantee));
        }
        broker.stop();
        traffic.forEach(each -> each.sender().stop());
        traffic.forEach(each -> each.sender().awaitEnd());
        for (Traffic each : traffic) {
            each.exchange().closeConsumers();
            each.exchange().closeBus();
            each.sender().outbox().assertSettled(each.sender().outbox().disturbed());
            each.inbox().assertCalledAsPromised();
        }
    }

    private Traffic open(Guarantee guarantee) throws BusException, InterruptedException {
        // Not in try-with-resources: a broker that is gone cannot delete a topic.
        Exchange exchange = Exchange.open(contestant, guarantee, 1, "group");
        Inbox inbox = exchange.consume("group", 1).get(0);
        Sender sender = Sender.start(exchange, Integer.MAX_VALUE);
        Await.until(
                contestant.patience(),
                () -> inbox.received().size() > 100,
                () -> "more than 100 messages at " + guarantee);
        return new Traffic(exchange, inbox, sender);
    }
}
