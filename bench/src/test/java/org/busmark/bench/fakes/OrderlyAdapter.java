package org.busmark.bench.fakes;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;
import org.jspecify.annotations.Nullable;

/** A bus whose producers take their time to close, each longer than the one before, and which must not end before. */
public final class OrderlyAdapter extends LoopbackLike {
    public static final String ID = "orderly";

    private static final long CLOSING_NS = TimeUnit.MILLISECONDS.toNanos(300);

    public OrderlyAdapter() {
        super(ID, false);
    }

    @Override
    void approve(Map<String, String> connection) {}

    @Override
    public MessageBus connect(BusSettings settings, DisturbanceListener disturbances) throws BusException {
        return new OrderlyBus(super.connect(settings, disturbances));
    }

    private static final class OrderlyBus implements MessageBus {
        private final MessageBus bus;
        private final AtomicInteger open = new AtomicInteger();

        OrderlyBus(MessageBus bus) {
            this.bus = bus;
        }

        @Override
        public void createTopic(TopicSpec topic) throws BusException {
            bus.createTopic(topic);
        }

        @Override
        public void deleteTopic(TopicSpec topic) throws BusException {
            refuseWhileProducersAreOpen();
            bus.deleteTopic(topic);
        }

        @Override
        public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
            Producer producer = bus.openProducer(spec, outcomes);
            open.incrementAndGet();
            return new Producer() {
                @Override
                public void send(byte[] payload, byte @Nullable [] key, int partition, long token) {
                    producer.send(payload, key, partition, token);
                }

                @Override
                public void close() {
                    LockSupport.parkNanos(CLOSING_NS * spec.producer());
                    producer.close();
                    open.decrementAndGet();
                }
            };
        }

        @Override
        public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
            return bus.openConsumer(spec, listener);
        }

        @Override
        public BusFacts facts() throws BusException {
            return bus.facts();
        }

        @Override
        public void close() {
            refuseWhileProducersAreOpen();
            bus.close();
        }

        private void refuseWhileProducersAreOpen() {
            if (open.get() > 0) {
                throw new IllegalStateException(open.get() + " producers are still open");
            }
        }
    }
}
