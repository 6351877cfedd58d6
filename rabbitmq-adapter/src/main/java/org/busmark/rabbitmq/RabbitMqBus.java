package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/**
 * Two connections to one broker, one to publish and one to consume, and what is open on them. Nothing is recovered by
 * itself: when a connection or channel ends unasked, what is outstanding is unknown and {@link Disturbance#FAILURE} is
 * told once for each producer and consumer.
 */
final class RabbitMqBus implements MessageBus {
    private final RabbitMqSettings settings;
    private final DisturbanceListener disturbances;
    private final RabbitMqConnection publishing;
    private final RabbitMqConnection consuming;
    private final DispatchThreads dispatch;
    private final Topics topics;
    private final BrokerBlock block = new BrokerBlock();
    private final List<RabbitMqProducer> producers = new CopyOnWriteArrayList<>();
    private final List<RabbitMqConsumer> consumers = new CopyOnWriteArrayList<>();
    private final Ticker ticker;
    private boolean closed;

    private RabbitMqBus(
            RabbitMqSettings settings,
            DisturbanceListener disturbances,
            RabbitMqConnection publishing,
            RabbitMqConnection consuming,
            DispatchThreads dispatch) {
        this.settings = settings;
        this.disturbances = disturbances;
        this.publishing = publishing;
        this.consuming = consuming;
        this.dispatch = dispatch;
        this.topics = new Topics(publishing);
        publishing.client().addBlockedListener(block);
        this.ticker = new Ticker("busmark-rabbitmq-tick", this::tick);
    }

    static RabbitMqBus connect(RabbitMqSettings settings, DisturbanceListener disturbances) throws BusException {
        DispatchThreads dispatch = new DispatchThreads("busmark-rabbitmq-dispatch");
        RabbitMqConnection publishing = null;
        try {
            publishing = RabbitMqConnection.open(settings, "busmark publishing", dispatch.pool());
            RabbitMqConnection consuming = RabbitMqConnection.open(settings, "busmark consuming", dispatch.pool());
            return new RabbitMqBus(settings, disturbances, publishing, consuming, dispatch);
        } catch (BusException e) {
            if (publishing != null) {
                publishing.close();
            }
            dispatch.close();
            throw e;
        }
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        topics.create(topic);
    }

    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        topics.delete(topic);
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        String what = "producer " + spec.producer() + " of " + spec.topic().name();
        Channel channel = publishing.channel("open " + what);
        try {
            RabbitMqProducer producer = producer(spec, outcomes, channel);
            producers.add(producer);
            channel.addShutdownListener(cause -> {
                // the client may tell the end of a channel more than once
                if (producers.remove(producer)) {
                    tellUnlessAsked(what, cause);
                }
            });
            return producer;
        } catch (IOException | ShutdownSignalException e) {
            RabbitMqConnection.release(channel);
            throw publishing.cannot("open " + what, e);
        }
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        String what = "consumer " + spec.group() + "/" + spec.member() + " of "
                + spec.topic().name();
        topics.addGroup(spec.topic(), spec.group());
        Channel channel = consuming.channel("open " + what);
        RabbitMqConsumer consumer =
                new RabbitMqConsumer(channel, listener, disturbances, acknowledgement(spec, channel));
        dispatch.consumerOpened();
        consumers.add(consumer);
        channel.addShutdownListener(cause -> {
            if (consumers.remove(consumer)) {
                dispatch.consumerClosed();
                tellUnlessAsked(what, cause);
            }
        });
        try {
            channel.basicQos(settings.prefetch());
            consumer.subscribe(spec);
            return consumer;
        } catch (IOException | ShutdownSignalException e) {
            RabbitMqConnection.release(channel);
            throw consuming.cannot("open " + what, e);
        }
    }

    @Override
    public BusFacts facts() {
        Connection client = publishing.client();
        Map<String, String> effective = settings.effective();
        effective.put("connection.frame.max", Integer.toString(client.getFrameMax()));
        effective.put("connection.heartbeat", client.getHeartbeat() + " s");
        effective.put("connections", "one shared by all producers, one by all consumers");
        effective.put(
                "broker.platform", String.valueOf(client.getServerProperties().getOrDefault("platform", "not told")));
        return new BusFacts(
                String.valueOf(client.getClientProperties().get("version")),
                String.valueOf(client.getServerProperties().get("version")),
                effective);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        consumers.forEach(RabbitMqConsumer::close);
        consuming.close();
        publishing.close();
        ticker.close();
        dispatch.close();
    }

    private RabbitMqProducer producer(ProducerSpec spec, SendListener outcomes, Channel channel) throws IOException {
        if (!RabbitMqGuarantees.confirms(spec.topic().guarantee())) {
            return new UnconfirmedProducer(channel, spec, outcomes, block);
        }
        return ConfirmedProducer.open(channel, spec, outcomes, block, settings.confirmWindowFor(spec.maxInFlight()));
    }

    private Acknowledgement acknowledgement(ConsumerSpec spec, Channel channel) {
        return RabbitMqGuarantees.confirms(spec.topic().guarantee())
                ? new Acknowledgement(settings.ackEvery(), tag -> channel.basicAck(tag, true))
                : Acknowledgement.none();
    }

    private void tick() {
        consumers.forEach(RabbitMqConsumer::acknowledgeIfIdle);
        long nowNs = System.nanoTime();
        for (RabbitMqProducer producer : producers) {
            if (producer.isStalled(nowNs)) {
                publishing.cut();
            }
        }
    }

    private void tellUnlessAsked(String what, ShutdownSignalException cause) {
        if (!cause.isInitiatedByApplication()) {
            disturbances.onDisturbance(Disturbance.FAILURE, "RabbitMQ " + what + " ended: " + Reason.of(cause));
        }
    }
}
