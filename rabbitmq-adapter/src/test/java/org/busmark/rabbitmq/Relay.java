package org.busmark.rabbitmq;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** A wire between client and broker that a test can hold still or cut, on loopback. */
final class Relay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final LongAdder fromClients = new LongAdder();
    private final Semaphore silence = new Semaphore(1, true);

    Relay(int target) throws IOException {
        this.target = target;
        thread(this::accept);
    }

    /** The connection, led through this relay. */
    static Map<String, String> through(Relay relay, Map<String, String> connection) {
        Map<String, String> led = new HashMap<>(connection);
        led.put("port", Integer.toString(relay.server.getLocalPort()));
        return led;
    }

    /** Lets nothing more from the broker reach the client. */
    void silenceBroker() {
        silence.acquireUninterruptibly();
    }

    /** How much clients have sent since this was made. */
    long bytesFromClients() {
        return fromClients.sum();
    }

    /** Ends every connection without a word. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(client, broker));
                thread(() -> pump(client, broker, false));
                thread(() -> pump(broker, client, true));
            }
        } catch (IOException e) {
            // closed
            return;
        }
    }

    private void pump(Socket from, Socket to, boolean towardsClients) {
        byte[] buffer = new byte[8192];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (towardsClients) {
                    silence.acquire();
                    silence.release();
                } else {
                    fromClients.add(read);
                }
                to.getOutputStream().write(buffer, 0, read);
            }
            to.close();
        } catch (IOException e) {
            // cut
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
