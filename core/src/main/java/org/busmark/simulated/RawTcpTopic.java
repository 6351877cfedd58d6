package org.busmark.simulated;

import java.util.ArrayList;
import java.util.List;
import org.busmark.bus.BusException;
import org.busmark.bus.TopicSpec;

/** Who is on a topic: connects each producer with each consumer, whichever came first. Thread-safe. */
final class RawTcpTopic {
    private final TopicSpec spec;
    private final RawTcpListener listener;
    private final List<RawTcpProducer> producers = new ArrayList<>();
    private final List<RawTcpConsumer> consumers = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean closed;

    RawTcpTopic(TopicSpec spec, RawTcpListener listener) {
        this.spec = spec;
        this.listener = listener;
    }

    private record Link(RawTcpProducer producer, RawTcpConsumer consumer, RawTcpConnection connection) {}

    TopicSpec spec() {
        return spec;
    }

    int partitions() {
        return spec.partitions();
    }

    synchronized void join(RawTcpProducer producer) throws BusException {
        requireOpen();
        producers.add(producer);
        for (RawTcpConsumer consumer : consumers) {
            link(producer, consumer);
        }
    }

    synchronized void join(RawTcpConsumer consumer) throws BusException {
        requireOpen();
        consumers.add(consumer);
        for (RawTcpProducer producer : producers) {
            link(producer, consumer);
        }
    }

    private void link(RawTcpProducer producer, RawTcpConsumer consumer) throws BusException {
        for (int partition = 0; partition < partitions(); partition++) {
            if (consumer.owns(partition)) {
                RawTcpListener.Ends ends = listener.connect();
                RawTcpConnection connection = new RawTcpConnection(ends.sending());
                links.add(new Link(producer, consumer, connection));
                consumer.add(new RawTcpReader(consumer, partition, ends.receiving()));
                producer.add(partition, connection);
            }
        }
    }

    /** What a producer has written still arrives. */
    synchronized void leave(RawTcpProducer producer) {
        producers.remove(producer);
        links.removeIf(link -> link.producer().equals(producer));
    }

    /** Its producers send to the others from now on. */
    synchronized void leave(RawTcpConsumer consumer) {
        consumers.remove(consumer);
        for (Link link : List.copyOf(links)) {
            if (link.consumer().equals(consumer)) {
                link.producer().remove(link.connection());
                link.connection().close();
                links.remove(link);
            }
        }
    }

    private void requireOpen() throws BusException {
        if (closed) {
            throw new BusException("topic is deleted: " + spec.name());
        }
    }

    /** Closes everything on it, from whatever thread. A second call does nothing. */
    void close() {
        List<RawTcpProducer> sending;
        List<RawTcpConsumer> open;
        synchronized (this) {
            closed = true;
            sending = List.copyOf(producers);
            open = List.copyOf(consumers);
        }
        sending.forEach(RawTcpProducer::closeFromOutside);
        open.forEach(RawTcpConsumer::close);
    }
}
