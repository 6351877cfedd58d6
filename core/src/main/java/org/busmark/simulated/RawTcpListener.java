package org.busmark.simulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.busmark.bus.BusException;

/** Makes connections of which this process has both ends. Thread-safe. */
final class RawTcpListener implements AutoCloseable {
    private final ServerSocketChannel server;

    private RawTcpListener(ServerSocketChannel server) {
        this.server = server;
    }

    /** One connection. */
    record Ends(SocketChannel sending, SocketChannel receiving) {}

    /** Listens on a free port of the loopback interface. */
    static RawTcpListener open() throws BusException {
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            try {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                return new RawTcpListener(server);
            } catch (IOException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BusException("tcp cannot listen on the loopback interface: " + e, e);
        }
    }

    synchronized Ends connect() throws BusException {
        try {
            SocketChannel sending = SocketChannel.open(server.getLocalAddress());
            try {
                sending.setOption(StandardSocketOptions.TCP_NODELAY, true);
                return new Ends(sending, accept(sending));
            } catch (IOException e) {
                sending.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BusException("tcp cannot connect to itself: " + e, e);
        }
    }

    /** Whoever else on this machine may connect is turned away. */
    private SocketChannel accept(SocketChannel sending) throws IOException {
        while (true) {
            SocketChannel receiving = server.accept();
            if (receiving.getRemoteAddress().equals(sending.getLocalAddress())) {
                return receiving;
            }
            receiving.close();
        }
    }

    @Override
    public void close() {
        RawTcpConnection.closeQuietly(server);
    }
}
