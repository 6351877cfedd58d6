package org.busmark.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerProcess;

/**
 * A private node and its port mapper. Its data goes when it is closed; its logs and configuration stay until the session
 * ends.
 */
final class RabbitMqBroker implements Broker {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final NodeFolder node;
    private final BrokerProcess virtualMachine;
    private final BrokerProcess portMapper;
    private final String origin;

    private boolean closed;

    RabbitMqBroker(NodeFolder node, BrokerProcess virtualMachine, BrokerProcess portMapper, String origin) {
        this.node = node;
        this.virtualMachine = virtualMachine;
        this.portMapper = portMapper;
        this.origin = origin;
    }

    @Override
    public Map<String, String> connection() {
        return node.connection();
    }

    @Override
    public String provisioning() {
        return "native: " + origin;
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(virtualMachine.handle(), portMapper.handle());
    }

    @Override
    public List<Path> logs() {
        return List.of(node.nodeLog(), node.epmdLog());
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        virtualMachine.stop(GRACE);
        portMapper.stop(GRACE);
        try {
            removeData();
        } catch (IOException | UncheckedIOException e) {
            // the session removes the whole folder when it ends
            return;
        }
    }

    private void removeData() throws IOException {
        Path data = node.folder().resolve("data");
        if (!Files.isDirectory(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
