package org.busmark.traffic;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.busmark.bus.BusException;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.TopicSpec;
import org.busmark.wire.MessageReader;
import org.busmark.wire.Reading;

/**
 * Sends each message back to the lane that it came from, byte for byte, on the thread that delivered it: no hand-off is
 * added. Its producers are opened on that thread, at the first message from each lane, and closed with the bus.
 */
final class Echo implements MessageListener {
    private static final int IN_FLIGHT = 16;

    private final MessageBus bus;
    private final MessageReader reader;
    private final IntFunction<TopicSpec> answers;
    private final int member;
    private final byte[] copy;
    private final DisturbanceListener disturbances;
    private final Map<Integer, Producer> producers = new HashMap<>();
    private Producer[] byLane = {};

    Echo(
            MessageBus bus,
            MessageReader reader,
            IntFunction<TopicSpec> answers,
            int member,
            int messageBytes,
            DisturbanceListener disturbances) {
        this.bus = bus;
        this.reader = reader;
        this.answers = answers;
        this.member = member;
        this.copy = new byte[messageBytes];
        this.disturbances = disturbances;
    }

    @Override
    public void onMessage(Delivery delivery) {
        Reading reading = reader.read(delivery.buffer(), delivery.offset(), delivery.length());
        if (reading == Reading.FOREIGN || reading == Reading.CORRUPT) {
            disturbances.onDisturbance(Disturbance.FAILURE, "the echo got a message that is " + reading);
            return;
        }
        System.arraycopy(delivery.buffer(), delivery.offset(), copy, 0, copy.length);
        try {
            producerFor(reader.producer()).send(copy, null, 0, 0);
        } catch (BusException e) {
            disturbances.onDisturbance(Disturbance.FAILURE, "the echo cannot answer: " + e.getMessage());
        }
    }

    private Producer producerFor(int lane) throws BusException {
        if (lane < byLane.length && byLane[lane] != null) {
            return byLane[lane];
        }
        Producer opened =
                bus.openProducer(new ProducerSpec(answers.apply(lane), member, IN_FLIGHT), (token, outcome) -> {});
        producers.put(lane, opened);
        byLane = new Producer
                [producers.keySet().stream().mapToInt(n -> n + 1).max().orElse(0)];
        producers.forEach((n, producer) -> byLane[n] = producer);
        return opened;
    }
}
