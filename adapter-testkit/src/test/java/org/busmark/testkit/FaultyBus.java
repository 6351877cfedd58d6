package org.busmark.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.busmark.bus.BusException;
import org.busmark.bus.BusFacts;
import org.busmark.bus.Consumer;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.MessageBus;
import org.busmark.bus.MessageListener;
import org.busmark.bus.Producer;
import org.busmark.bus.ProducerSpec;
import org.busmark.bus.SendListener;
import org.busmark.bus.TopicSpec;

/** Passes everything on, with one fault. */
final class FaultyBus implements MessageBus {
    /** Held so that the collector does not close what is meant to leak, until a test lets go of it. */
    private static final Queue<ServerSocket> LEAKED_SOCKETS = new ConcurrentLinkedQueue<>();

    private static final Queue<CountDownLatch> LEAKED_THREADS = new ConcurrentLinkedQueue<>();

    private final MessageBus sound;
    private final Fault fault;
    private final Map<String, String> moreFacts;
    private final Set<String> topics = new HashSet<>();

    FaultyBus(MessageBus sound, Fault fault, Map<String, String> moreFacts) {
        this.sound = sound;
        this.fault = fault;
        this.moreFacts = moreFacts;
    }

    static void endLeaks() throws IOException {
        LEAKED_THREADS.forEach(CountDownLatch::countDown);
        for (ServerSocket socket : LEAKED_SOCKETS) {
            socket.close();
        }
    }

    @Override
    public void createTopic(TopicSpec topic) throws BusException {
        if (topics.add(topic.name()) || fault != Fault.TAKES_A_TOPIC_TWICE) {
            sound.createTopic(topic);
        }
    }

    @Override
    public void deleteTopic(TopicSpec topic) throws BusException {
        sound.deleteTopic(topic);
    }

    @Override
    public Producer openProducer(ProducerSpec spec, SendListener outcomes) throws BusException {
        return FaultyProducer.open(sound, spec, outcomes, fault);
    }

    @Override
    public Consumer openConsumer(ConsumerSpec spec, MessageListener listener) throws BusException {
        Consumer consumer = sound.openConsumer(spec, new FaultyListener(listener, fault));
        return fault == Fault.DELIVERS_AFTER_CLOSE ? () -> {} : consumer;
    }

    @Override
    public BusFacts facts() throws BusException {
        BusFacts facts = sound.facts();
        Map<String, String> settings = new HashMap<>(facts.settings());
        settings.putAll(moreFacts);
        return new BusFacts(facts.clientVersion(), facts.brokerVersion(), settings);
    }

    @Override
    public void close() {
        sound.close();
        if (fault == Fault.LEAKS_A_THREAD) {
            CountDownLatch end = new CountDownLatch(1);
            LEAKED_THREADS.add(end);
            Thread thread = new Thread(() -> awaitQuietly(end), "leaked");
            thread.setDaemon(true);
            thread.start();
        } else if (fault == Fault.LEAKS_A_SOCKET) {
            leakSocket();
        }
    }

    private static void leakSocket() {
        try {
            LEAKED_SOCKETS.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
