package org.busmark.rabbitmq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.busmark.broker.Broker;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerProcess;
import org.busmark.broker.BrokerRecipe;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;
import org.busmark.rabbitmq.debian.Commands;
import org.busmark.rabbitmq.debian.DebianRabbitMq;

/**
 * Gets RabbitMQ 4 without root, by unpacking Debian packages, and starts a private node. With {@code
 * BUSMARK_RABBITMQ=installed} the machine's own RabbitMQ is used, and also when nothing can be unpacked.
 */
final class RabbitMqRecipe implements BrokerRecipe {
    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration EPMD_LIMIT = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int PORT_TRIES = 3;
    private static final String CHOICE = "BUSMARK_RABBITMQ";

    private final Map<String, String> environment;
    private final String searchPath;
    private final InstalledRabbitMq installed;
    private final DebianRabbitMq debian;

    RabbitMqRecipe() {
        this(System.getenv(), Path.of("/etc/apt"), InstalledRabbitMq.USUAL_PLACES);
    }

    /** @param environment in place of the process's own */
    RabbitMqRecipe(Map<String, String> environment, Path etcApt, List<Path> usualPlaces) {
        this.environment = Map.copyOf(environment);
        this.searchPath = environment.getOrDefault("PATH", "");
        Commands commands = new Commands(searchPath);
        this.installed = new InstalledRabbitMq(commands, usualPlaces);
        this.debian = new DebianRabbitMq(commands, etcApt, this.environment);
    }

    @Override
    public BrokerSoftware install(BrokerCache cache, Progress progress) throws BrokerException {
        String choice = environment.getOrDefault(CHOICE, "").strip();
        if (choice.equals("installed")) {
            return software(
                    installed
                            .home()
                            .orElseThrow(() -> new BrokerException(
                                    CHOICE + " is installed, and no rabbitmq-server with its Erlang is on this machine",
                                    "Install RabbitMQ 4 (package rabbitmq-server), or unset " + CHOICE + ".")),
                    "installed on this machine, as asked");
        }
        if (!choice.isEmpty() && !choice.equals("debian")) {
            throw new BrokerException(
                    CHOICE + " is neither 'debian' nor 'installed': " + choice, "Unset " + CHOICE + ".");
        }
        requireNoSpace(cache.folder(), "Set BUSMARK_CACHE to a folder without a space in its path.");
        try {
            return software(debian.unpack(cache, progress), "Debian " + debian.suite() + " packages, unpacked");
        } catch (BrokerException impossible) {
            if (Thread.currentThread().isInterrupted() || installed.home().isEmpty()) {
                throw impossible;
            }
            progress.step("RabbitMQ: using the installed one, since " + impossible.getMessage());
            return software(installed.home().get(), "installed on this machine; " + impossible.getMessage());
        }
    }

    @Override
    public Broker start(BrokerSoftware software, BrokerSession session, Progress progress) throws BrokerException {
        for (int tries = 1; ; tries++) {
            try {
                return startOnce(software, session, progress);
            } catch (BrokerException e) {
                if (tries == PORT_TRIES || !saysPortTaken(e)) {
                    throw e;
                }
            }
        }
    }

    private Broker startOnce(BrokerSoftware software, BrokerSession session, Progress progress) throws BrokerException {
        progress.step("RabbitMQ " + software.version() + ": starting");
        RabbitMqHome home = RabbitMqHome.of(software.home(), searchPath);
        NodeFolder node = prepare(session);
        Map<String, String> nodeEnvironment = node.environment(environment, home.searchPath());
        BrokerProcess portMapper = session.start(
                "RabbitMQ port mapper",
                List.of(home.epmd().toString(), "-port", Integer.toString(node.epmdPort()), "-address", "127.0.0.1"),
                nodeEnvironment,
                node.folder(),
                node.epmdLog());
        BrokerProcess virtualMachine = null;
        try {
            portMapper.awaitReady(EPMD_LIMIT, () -> accepts(node.epmdPort()));
            virtualMachine = session.start(
                    "RabbitMQ node", List.of(home.server().toString()), nodeEnvironment, node.folder(), node.nodeLog());
            virtualMachine.awaitLog(READY_LIMIT, "Server startup complete");
            logIn(node, virtualMachine);
            return new RabbitMqBroker(node, virtualMachine, portMapper, software.origin());
        } catch (BrokerException e) {
            if (virtualMachine != null) {
                virtualMachine.stop(GRACE);
            }
            portMapper.stop(GRACE);
            throw e;
        }
    }

    private static NodeFolder prepare(BrokerSession session) throws BrokerException {
        int[] ports = LoopbackPorts.free(3);
        try {
            Path folder = session.folder("rabbitmq").toAbsolutePath();
            requireNoSpace(folder, "Give --data-dir a folder without a space in its path.");
            NodeFolder node = new NodeFolder(folder, ports[0], ports[1], ports[2], Credentials.random());
            node.write();
            return node;
        } catch (IOException e) {
            throw new BrokerException(
                    "RabbitMQ: its folder cannot be written: " + e, "Give --data-dir a folder that can be written.", e);
        }
    }

    private static void logIn(NodeFolder node, BrokerProcess virtualMachine) throws BrokerException {
        BusSettings settings = new BusSettings(node.connection(), Map.of());
        try {
            RabbitMqBus.connect(RabbitMqSettings.of(settings), (kind, detail) -> {})
                    .close();
        } catch (BusException e) {
            throw new BrokerException(
                    "RabbitMQ started and refuses its clients: " + e.getMessage() + "\n"
                            + virtualMachine.lastLogLines(20),
                    "Run it again.",
                    e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysPortTaken(BrokerException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("eaddrinuse") || words.toLowerCase(Locale.ROOT).contains("address already in use");
    }

    /** RabbitMQ's own scripts leave paths unquoted. */
    private static void requireNoSpace(Path folder, String remedy) throws BrokerException {
        if (folder.toString().contains(" ")) {
            throw new BrokerException("RabbitMQ cannot live in a path with a space: " + folder, remedy);
        }
    }

    private static BrokerSoftware software(Path home, String origin) {
        return new BrokerSoftware(home, RabbitMqHome.version(home), origin);
    }
}
