package org.busmark.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.busmark.bus.BusException;
import org.jspecify.annotations.Nullable;

/** One AMQP connection and the socket under it. Thread-safe. */
final class RabbitMqConnection {
    private static final int CLOSE_WAIT_MS = 10_000;

    private final String address;
    private final Connection connection;
    private final AtomicReference<@Nullable Socket> socket;

    private RabbitMqConnection(String address, Connection connection, AtomicReference<@Nullable Socket> socket) {
        this.address = address;
        this.connection = connection;
        this.socket = socket;
    }

    /**
     * @param name as the broker lists it
     * @param callbacks runs what the client calls back; not shut down with the connection
     */
    static RabbitMqConnection open(RabbitMqSettings settings, String name, ExecutorService callbacks)
            throws BusException {
        ConnectionFactory factory = settings.factory().clone();
        AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
        factory.setSocketConfigurator(factory.getSocketConfigurator().andThen(socket::set));
        try {
            Connection connection = factory.newConnection(callbacks, name);
            return new RabbitMqConnection(settings.address(), connection, socket);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw new BusException("RabbitMQ at " + settings.address() + ": " + Reason.of(e), e);
        }
    }

    Connection client() {
        return connection;
    }

    /** @param what it is for, for the message of the exception */
    Channel channel(String what) throws BusException {
        try {
            Channel channel = connection.createChannel();
            if (channel == null) {
                throw cannot(what, "the connection has no channel left");
            }
            return channel;
        } catch (IOException | ShutdownSignalException e) {
            throw cannot(what, e);
        }
    }

    BusException cannot(String what, Exception cause) {
        return new BusException("RabbitMQ at " + address + ": cannot " + what + ": " + Reason.of(cause), cause);
    }

    BusException cannot(String what, String reason) {
        return new BusException("RabbitMQ at " + address + ": cannot " + what + ": " + reason);
    }

    /** Closes a channel, waits for the broker's word on it for 10 s at most, and does nothing if it is closed. */
    static void release(Channel channel) {
        try {
            channel.abort();
        } catch (IOException e) {
            // the signature says so; an abort keeps what goes wrong to itself
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it from below: the only way out of a write that the broker does not read, since closing writes too. */
    void cut() {
        Socket open = socket.get();
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            connection.abort(1);
        }
    }

    /** Says good-bye and waits 10 s at most. */
    void close() {
        connection.abort(CLOSE_WAIT_MS);
    }
}
