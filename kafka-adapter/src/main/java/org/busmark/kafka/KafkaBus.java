package org.busmark.kafka;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/**
 * A connection to one Kafka cluster. Every producer and consumer is a client of its own with its own connections, as
 * they would be in processes of their own. Threading as in {@link MessageBus}.
 */
final class KafkaBus implements MessageBus {
    private static final Duration ADMIN_CLOSE = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final DisturbanceListener disturbances;
    private final Admin admin;
    private final KafkaTopics topics;
    private final Set<KafkaBusProducer> producers = ConcurrentHashMap.newKeySet();
    private final Set<KafkaBusConsumer> consumers = ConcurrentHashMap.newKeySet();

    private KafkaBus(KafkaSettings settings, DisturbanceListener disturbances, Admin admin) {
        this.settings = settings;
        this.disturbances = disturbances;
        this.admin = admin;
        topics = new KafkaTopics(admin, settings);
    }

    /** Connects and hears the cluster answer. */
    static KafkaBus connect(KafkaSettings settings, DisturbanceListener disturbances) throws BusException {
        Admin admin;
        try {
            admin = Admin.create(settings.admin());
        } catch (KafkaException e) {
            throw new BusException("Kafka's client cannot be made: " + KafkaErrors.line(e), e);
        }
        try {
            AdminAnswers.await("connect to Kafka", admin.describeCluster().clusterId());
            return new KafkaBus(settings, disturbances, admin);
        } catch (BusException e) {
            admin.close(ADMIN_CLOSE);
            throw e;
        }
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        topics.create(topic);
    }

    /** Closes what is still open on the topic: a client whose topic goes would wait for its return. */
    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        closeAll(open -> open.equals(topic));
        topics.delete(topic);
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        KafkaBusProducer producer =
                KafkaBusProducer.open(settings.producer(spec), spec, outcomes, disturbances, producers::remove);
        producers.add(producer);
        return producer;
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        KafkaBusConsumer consumer =
                KafkaBusConsumer.open(settings.consumer(spec), spec, listener, disturbances, consumers::remove);
        consumers.add(consumer);
        return consumer;
    }

    @Override
    public BusFacts facts() throws BusException {
        return KafkaFacts.of(admin, settings);
    }

    @Override
    public void close() {
        closeAll(open -> true);
        admin.close(ADMIN_CLOSE);
    }

    private void closeAll(Predicate<TopicSpec> topic) {
        producers.stream().filter(open -> topic.test(open.topic())).toList().forEach(KafkaBusProducer::close);
        consumers.stream().filter(open -> topic.test(open.topic())).toList().forEach(KafkaBusConsumer::close);
    }
}
