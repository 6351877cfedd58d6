package org.busmark.zeromq;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bus.BusException;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Delivery;
import org.busmark.bus.Disturbance;
import org.busmark.bus.DisturbanceListener;
import org.busmark.bus.MessageListener;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * One member of a group: a thread with one socket for each of its partitions, connected to that partition's endpoint at
 * every producer. It takes messages without polling while there are any, and sleeps in the client otherwise.
 */
final class ZeroMqConsumer implements Consumer {
    private static final long CLOSE_BOUND_NS = TimeUnit.SECONDS.toNanos(30);

    /** How long a quiet consumer sleeps before it looks for producers that are new and for its own end. */
    private static final int LOOK_UP_MS = 20;

    /** How many messages one partition may hand out while others wait. */
    private static final int BURST = 256;

    /**
     * A consumer that is faster than the connection sleeps after each read of it, 20,000 times a second, and JeroMQ makes
     * system calls on both threads to wake it, for which the one that reads the connection is interrupted. So after a
     * burst of about a whole read it naps before it asks again, and finds several. Less is no stream, and would wait for
     * nothing; and where the burst ended with more to come there is nothing to wait for.
     */
    private static final int NAP_AFTER_BYTES = 7 << 10;

    /** Messages of one burst of large ones. */
    private static final int FEW = 32;

    /** The shortest; Linux makes about 50 us of it (timer slack): several reads of large messages. */
    private static final long NAP_NS = 1_000;

    /** Several reads of small messages, which take longer to put together; well below {@code rcvhwm} of them. */
    private static final long NAP_OF_MANY_NS = 50_000;

    private final ZMQ.Context context;
    private final ZeroMqTopic topic;
    private final ConsumerSpec spec;
    private final ZeroMqSettings settings;
    private final MessageListener listener;
    private final DisturbanceListener disturbances;
    private final int[] partitions;
    private final List<ZMQ.Socket> sockets = new ArrayList<>();
    private final List<Semaphore> greetings = new ArrayList<>();
    private final Queue<Introduction> introductions = new ConcurrentLinkedQueue<>();
    private final Delivery delivery = new Delivery();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Thread thread;
    private int burstBytes;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private ZeroMqConsumer(
            ZMQ.Context context,
            ZeroMqTopic topic,
            ConsumerSpec spec,
            ZeroMqSettings settings,
            MessageListener listener,
            DisturbanceListener disturbances) {
        this.context = context;
        this.topic = topic;
        this.spec = spec;
        this.settings = settings;
        this.listener = listener;
        this.disturbances = disturbances;
        this.partitions = PartitionShare.of(spec);
        this.thread = new Thread(this::run, "zeromq-consumer-" + spec.group() + "-" + spec.member());
        thread.setDaemon(true);
    }

    /** Starts receiving; returns when the sockets are open and connecting to the producers that are there. */
    static ZeroMqConsumer open(
            ZMQ.Context context,
            ZeroMqTopic topic,
            ConsumerSpec spec,
            ZeroMqSettings settings,
            MessageListener listener,
            DisturbanceListener disturbances)
            throws BusException {
        ZeroMqConsumer consumer = new ZeroMqConsumer(context, topic, spec, settings, listener, disturbances);
        topic.join(consumer, spec);
        consumer.thread.start();
        Uninterruptibly.await(consumer.opened, CLOSE_BOUND_NS);
        RuntimeException failure = consumer.failure;
        if (failure != null) {
            consumer.close();
            throw new BusException(
                    "ZeroMQ cannot open a consumer on topic " + spec.topic().name() + ": " + failure.getMessage(),
                    failure);
        }
        return consumer;
    }

    /** Lets it connect to a producer's endpoints, one for each partition of the topic. */
    void meet(Introduction introduction) {
        introductions.add(introduction);
        if (closing) {
            introduction.withdraw();
        }
    }

    private void run() {
        try {
            openSockets();
            connectAll();
            opened.countDown();
            receive();
        } catch (RuntimeException e) {
            failure = e;
            if (!closing && opened.getCount() == 0) {
                disturbances.onDisturbance(
                        Disturbance.FAILURE,
                        "ZeroMQ consumer " + spec.group() + "/" + spec.member() + " on topic "
                                + spec.topic().name() + " stopped: " + e);
            }
        } finally {
            closing = true;
            introductions.forEach(Introduction::withdraw);
            sockets.forEach(ZMQ.Socket::close);
            opened.countDown();
        }
    }

    private void openSockets() {
        for (int i = 0; i < partitions.length; i++) {
            ZMQ.Socket socket = context.socket(topic.isFanOut() ? SocketType.SUB : SocketType.PULL);
            sockets.add(socket);
            settings.applyToReceiver(socket);
            greetings.add(Introduction.greetings(socket));
            socket.setReceiveTimeOut(LOOK_UP_MS);
            if (topic.isFanOut()) {
                socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
            }
        }
    }

    private void connectAll() {
        Introduction next = introductions.poll();
        while (next != null) {
            for (int i = 0; i < partitions.length; i++) {
                next.connect(sockets.get(i), greetings.get(i), partitions[i]);
            }
            next.end();
            next = introductions.poll();
        }
    }

    private void receive() {
        if (partitions.length == 1) {
            receiveFromOne(sockets.get(0));
        } else {
            try (ZMQ.Poller poller = context.poller(partitions.length)) {
                sockets.forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
                receiveFromSeveral(poller);
            }
        }
    }

    private void receiveFromOne(ZMQ.Socket socket) {
        while (!closing) {
            connectAll();
            byte[] message = socket.recv(0);
            if (message != null) {
                deliver(message, partitions[0]);
                nap(drain(socket, partitions[0]));
            }
        }
    }

    private void receiveFromSeveral(ZMQ.Poller poller) {
        while (!closing) {
            connectAll();
            int received = 0;
            for (int i = 0; i < partitions.length; i++) {
                received += drain(sockets.get(i), partitions[i]);
            }
            if (received == 0) {
                poller.poll(LOOK_UP_MS);
            } else {
                nap(received);
            }
        }
    }

    /** Hands out what is there, a burst at most; returns how many. */
    private int drain(ZMQ.Socket socket, int partition) {
        for (int count = 0; count < BURST; count++) {
            byte[] message = socket.recv(ZMQ.DONTWAIT);
            if (message == null) {
                return count;
            }
            deliver(message, partition);
        }
        return BURST;
    }

    private void nap(int received) {
        if (received < BURST && burstBytes >= NAP_AFTER_BYTES) {
            LockSupport.parkNanos(received < FEW ? NAP_NS : NAP_OF_MANY_NS);
        }
        burstBytes = 0;
    }

    private void deliver(byte[] message, int partition) {
        burstBytes += message.length;
        if (!closing) {
            listener.onMessage(delivery.of(message, 0, message.length, partition, false));
        }
    }

    /** Asks the thread to end; {@link #close} waits for it. */
    void beginClose() {
        closing = true;
    }

    @Override
    public void close() {
        beginClose();
        topic.leave(this);
        if (!Uninterruptibly.join(thread, CLOSE_BOUND_NS)) {
            disturbances.onDisturbance(
                    Disturbance.FAILURE,
                    "ZeroMQ consumer " + spec.group() + "/" + spec.member()
                            + " did not end: its listener does not return");
        }
    }
}
