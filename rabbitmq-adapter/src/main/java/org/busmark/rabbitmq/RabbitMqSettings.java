package org.busmark.rabbitmq;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ConnectionFactoryConfigurator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.busmark.bus.BusException;
import org.busmark.bus.BusSettings;

/**
 * What a connection is told. Addresses and the client's tuning have the names of the client's own {@link
 * ConnectionFactoryConfigurator}, without its prefix {@code rabbitmq.}; three names are the adapter's, since the client
 * has no configuration for them: {@code prefetch}, {@code ack.every}, {@code confirm.window}.
 *
 * @param factory configured; automatic recovery is off, so that a lost connection has one clear outcome: what is
 *     outstanding is unknown
 * @param prefetch deliveries that a queue may leave unacknowledged at one consumer, 1 to 65535
 * @param ackEvery deliveries that one multiple acknowledgement covers, 1 to prefetch
 * @param confirmWindow publishes between the oldest unconfirmed and the next; 0 lets it follow the producer's
 *     {@code maxInFlight}
 */
record RabbitMqSettings(ConnectionFactory factory, int prefetch, int ackEvery, int confirmWindow) {
    static final String PREFETCH = "prefetch";
    static final String ACK_EVERY = "ack.every";
    static final String CONFIRM_WINDOW = "confirm.window";

    /** As RabbitMQ's own load generator is usually run: enough to keep a loopback link full. */
    static final int DEFAULT_PREFETCH = 500;

    static final int DEFAULT_ACK_EVERY = 50;
    static final int MAX_CONFIRM_WINDOW = 1 << 20;

    private static final int TIMEOUT_MS = 10_000;
    private static final int RPC_TIMEOUT_MS = 30_000;

    private static final Set<String> ADDRESS = Set.of(
            ConnectionFactoryConfigurator.HOST,
            ConnectionFactoryConfigurator.PORT,
            ConnectionFactoryConfigurator.USERNAME,
            ConnectionFactoryConfigurator.PASSWORD,
            ConnectionFactoryConfigurator.VIRTUAL_HOST,
            ConnectionFactoryConfigurator.SSL_ENABLED,
            ConnectionFactoryConfigurator.SSL_ALGORITHM,
            ConnectionFactoryConfigurator.SSL_KEY_STORE,
            ConnectionFactoryConfigurator.SSL_KEY_STORE_PASSWORD,
            ConnectionFactoryConfigurator.SSL_KEY_STORE_TYPE,
            ConnectionFactoryConfigurator.SSL_KEY_STORE_ALGORITHM,
            ConnectionFactoryConfigurator.SSL_TRUST_STORE,
            ConnectionFactoryConfigurator.SSL_TRUST_STORE_PASSWORD,
            ConnectionFactoryConfigurator.SSL_TRUST_STORE_TYPE,
            ConnectionFactoryConfigurator.SSL_TRUST_STORE_ALGORITHM,
            ConnectionFactoryConfigurator.SSL_VALIDATE_SERVER_CERTIFICATE,
            ConnectionFactoryConfigurator.SSL_VERIFY_HOSTNAME);

    private static final Set<String> TUNING = Set.of(
            ConnectionFactoryConfigurator.CONNECTION_FRAME_MAX,
            ConnectionFactoryConfigurator.CONNECTION_HEARTBEAT,
            PREFETCH,
            ACK_EVERY,
            CONFIRM_WINDOW);

    RabbitMqSettings {
        requireWithin(PREFETCH, prefetch, 1, 65535);
        requireWithin(ACK_EVERY, ackEvery, 1, prefetch);
        requireWithin(CONFIRM_WINDOW, confirmWindow, 0, MAX_CONFIRM_WINDOW);
    }

    /** @throws BusException naming what is not known or not allowed */
    static RabbitMqSettings of(BusSettings settings) throws BusException {
        refuseUnknown("connection setting", settings.connection(), ADDRESS);
        refuseUnknown("setting", settings.client(), TUNING);
        Map<String, String> tuning = settings.client();
        try {
            int prefetch = number(tuning, PREFETCH, DEFAULT_PREFETCH);
            return new RabbitMqSettings(
                    factory(settings),
                    prefetch,
                    number(tuning, ACK_EVERY, Math.min(DEFAULT_ACK_EVERY, prefetch)),
                    tuning.containsKey(CONFIRM_WINDOW) ? positive(tuning, CONFIRM_WINDOW) : 0);
        } catch (IllegalArgumentException e) {
            throw new BusException("RabbitMQ: " + e.getMessage(), e);
        }
    }

    /** How far a producer's newest publish may run ahead of its oldest unconfirmed one. */
    int confirmWindowFor(int maxInFlight) {
        int wanted = confirmWindow > 0 ? confirmWindow : Math.max(DEFAULT_PREFETCH, maxInFlight);
        return Math.min(wanted, MAX_CONFIRM_WINDOW);
    }

    /** Everything that matters and is no secret. */
    Map<String, String> effective() {
        Map<String, String> effective = new LinkedHashMap<>();
        effective.put(PREFETCH, Integer.toString(prefetch));
        effective.put(ACK_EVERY, Integer.toString(ackEvery));
        effective.put(
                CONFIRM_WINDOW,
                confirmWindow > 0
                        ? Integer.toString(confirmWindow)
                        : "the producer's maxInFlight, at least " + DEFAULT_PREFETCH);
        effective.put("io", "blocking sockets");
        effective.put("tcp.nodelay", "true");
        effective.put(ConnectionFactoryConfigurator.CONNECTION_RECOVERY_ENABLED, "false");
        effective.put(ConnectionFactoryConfigurator.SSL_ENABLED, Boolean.toString(factory.isSSL()));
        return effective;
    }

    /** Where it is, for messages: host and port. */
    String address() {
        return factory.getHost() + ":" + factory.getPort();
    }

    private static ConnectionFactory factory(BusSettings settings) {
        Map<String, String> properties = new HashMap<>(settings.connection());
        for (String name : new String[] {
            ConnectionFactoryConfigurator.CONNECTION_FRAME_MAX, ConnectionFactoryConfigurator.CONNECTION_HEARTBEAT
        }) {
            if (settings.client().containsKey(name)) {
                properties.put(name, Integer.toString(number(settings.client(), name, 0)));
            }
        }
        if (properties.containsKey(ConnectionFactoryConfigurator.PORT)) {
            requireWithin(
                    ConnectionFactoryConfigurator.PORT,
                    number(properties, ConnectionFactoryConfigurator.PORT, 0),
                    1,
                    65535);
        }
        ConnectionFactory factory = new ConnectionFactory();
        ConnectionFactoryConfigurator.load(factory, properties, "");
        factory.useBlockingIo();
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MS);
        factory.setHandshakeTimeout(TIMEOUT_MS);
        factory.setShutdownTimeout(TIMEOUT_MS);
        factory.setChannelRpcTimeout(RPC_TIMEOUT_MS);
        return factory;
    }

    private static void refuseUnknown(String what, Map<String, String> given, Set<String> known) throws BusException {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new BusException(
                        "RabbitMQ: " + what + " is not known: " + name + "; known are " + new TreeSet<>(known));
            }
        }
    }

    private static int positive(Map<String, String> values, String name) {
        int number = number(values, name, 0);
        requireWithin(name, number, 1, Integer.MAX_VALUE);
        return number;
    }

    private static int number(Map<String, String> values, String name, int absent) {
        String text = values.get(name);
        try {
            return text == null ? absent : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number: " + text, e);
        }
    }

    private static void requireWithin(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " is not in " + low + ".." + high + ": " + value);
        }
    }
}
