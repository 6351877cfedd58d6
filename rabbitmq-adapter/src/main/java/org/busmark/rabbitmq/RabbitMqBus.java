package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** Two connections to one broker, one to publish and one to consume, and what is open on them. */
final class RabbitMqBus implements MessageBus {
    private static final long IDLE_TICK_MS = 50;
    private static final long STALL_TICK_MS = 1_000;

    private final RabbitMqSettings settings;
    private final DisturbanceListener disturbances;
    private final RabbitMqConnection publishing;
    private final RabbitMqConnection consuming;
    private final DispatchThreads dispatch;
    private final ScheduledExecutorService ticks;
    private final BrokerBlock block = new BrokerBlock();
    private final List<RabbitMqProducer> producers = new CopyOnWriteArrayList<>();
    private final List<RabbitMqConsumer> consumers = new CopyOnWriteArrayList<>();
    /** Groups that were not known when their topic was created, by topic: their queues go with it. */
    private final Map<String, Set<String>> lateGroups = new ConcurrentHashMap<>();

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
        publishing.client().addBlockedListener(block);
        ticks = ticking();
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
        if (!RabbitMqGuarantees.offers(topic.guarantee())) {
            throw new BusException("RabbitMQ on one node does not offer " + topic.guarantee());
        }
        if (exists(topic)) {
            throw new BusException("RabbitMQ: topic exists: " + topic.name());
        }
        administer("create topic " + topic.name(), channel -> Topology.declare(channel, topic));
    }

    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        Set<String> late = lateGroups.getOrDefault(topic.name(), Set.of());
        administer("delete topic " + topic.name(), channel -> {
            channel.exchangeDelete(topic.name());
            for (String group : topic.groups()) {
                Topology.deleteGroup(channel, topic, group);
            }
            for (String group : late) {
                Topology.deleteGroup(channel, topic, group);
            }
        });
        lateGroups.remove(topic.name());
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        String what = "producer " + spec.producer() + " of " + spec.topic().name();
        Channel channel = channel(publishing, "open " + what);
        try {
            RabbitMqProducer producer = RabbitMqGuarantees.confirms(spec.topic().guarantee())
                    ? ConfirmedProducer.open(
                            channel, spec, outcomes, block, settings.confirmWindowFor(spec.maxInFlight()))
                    : new UnconfirmedProducer(channel, spec, outcomes, block);
            producers.add(producer);
            channel.addShutdownListener(cause -> {
                producers.remove(producer);
                tellUnlessAsked(what, cause);
            });
            return producer;
        } catch (IOException | ShutdownSignalException e) {
            RabbitMqConnection.release(channel);
            throw refused("open " + what, e);
        }
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        String what = "consumer " + spec.group() + "/" + spec.member() + " of "
                + spec.topic().name();
        if (!spec.topic().groups().contains(spec.group())) {
            lateGroups
                    .computeIfAbsent(spec.topic().name(), topic -> ConcurrentHashMap.newKeySet())
                    .add(spec.group());
            administer("open " + what, channel -> Topology.declareGroup(channel, spec.topic(), spec.group()));
        }
        Channel channel = channel(consuming, "open " + what);
        dispatch.consumerOpened();
        try {
            RabbitMqConsumer consumer =
                    new RabbitMqConsumer(channel, listener, disturbances, acknowledgement(spec, channel));
            consumers.add(consumer);
            channel.addShutdownListener(cause -> {
                consumers.remove(consumer);
                dispatch.consumerClosed();
                tellUnlessAsked(what, cause);
            });
            channel.basicQos(settings.prefetch());
            consumer.subscribe(spec);
            return consumer;
        } catch (IOException | ShutdownSignalException e) {
            RabbitMqConnection.release(channel);
            throw refused("open " + what, e);
        }
    }

    @Override
    public BusFacts facts() {
        Connection client = publishing.client();
        Map<String, String> effective = settings.effective();
        effective.put("connection.frame.max", Integer.toString(client.getFrameMax()));
        effective.put("connection.heartbeat", client.getHeartbeat() + " s");
        return new BusFacts(
                String.valueOf(client.getClientProperties().get("version")),
                String.valueOf(client.getServerProperties().get("version")),
                new LinkedHashMap<>(effective));
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
        ticks.shutdownNow();
        dispatch.close();
    }

    private Acknowledgement acknowledgement(ConsumerSpec spec, Channel channel) {
        return RabbitMqGuarantees.confirms(spec.topic().guarantee())
                ? new Acknowledgement(settings.ackEvery(), tag -> channel.basicAck(tag, true))
                : Acknowledgement.none();
    }

    private ScheduledExecutorService ticking() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "busmark-rabbitmq-tick");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(
                () -> consumers.forEach(RabbitMqConsumer::acknowledgeIfIdle),
                IDLE_TICK_MS,
                IDLE_TICK_MS,
                TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(this::cutIfStalled, STALL_TICK_MS, STALL_TICK_MS, TimeUnit.MILLISECONDS);
        return executor;
    }

    private void cutIfStalled() {
        long nowNs = System.nanoTime();
        boolean stalled = false;
        for (RabbitMqProducer producer : producers) {
            stalled |= producer.isStalled(nowNs);
        }
        if (stalled) {
            publishing.cut();
        }
    }

    private void tellUnlessAsked(String what, ShutdownSignalException cause) {
        if (!cause.isInitiatedByApplication()) {
            disturbances.onDisturbance(Disturbance.FAILURE, "RabbitMQ " + what + " ended: " + Reason.of(cause));
        }
    }

    /** The broker answers a passive declaration of what is not there by closing the channel. */
    private boolean exists(TopicSpec topic) throws BusException {
        Channel channel = channel(publishing, "create topic " + topic.name());
        try {
            channel.exchangeDeclarePassive(topic.name());
            return true;
        } catch (IOException | ShutdownSignalException e) {
            if (publishing.client().isOpen()) {
                return false;
            }
            throw refused("create topic " + topic.name(), e);
        } finally {
            RabbitMqConnection.release(channel);
        }
    }

    /** Something done on a channel that lives for it alone, since a refusal closes the channel. */
    @FunctionalInterface
    private interface Administration {
        void on(Channel channel) throws IOException;
    }

    private void administer(String what, Administration administration) throws BusException {
        try (Channel channel = publishing.channel()) {
            administration.on(channel);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw refused(what, e);
        }
    }

    private Channel channel(RabbitMqConnection connection, String what) throws BusException {
        try {
            return connection.channel();
        } catch (IOException | ShutdownSignalException e) {
            throw refused(what, e);
        }
    }

    private BusException refused(String what, Exception e) {
        return new BusException("RabbitMQ at " + settings.address() + ": cannot " + what + ": " + Reason.of(e), e);
    }
}
