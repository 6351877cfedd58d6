package org.busmark.zeromq.peer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Receives and counts until the process is ended. Twice a second, from the first message on, it prints {@code counted
 * <milliseconds> <messages>}: both since its start.
 */
public final class BarePull {
    private static final long REPORT_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private BarePull() {}

    /** @param args endpoint to connect to, high-water mark, I/O threads */
    public static void main(String[] args) {
        AtomicLong received = new AtomicLong();
        report(received);
        try (ZMQ.Context context = ZMQ.context(Integer.parseInt(args[2]));
                ZMQ.Socket socket = context.socket(SocketType.PULL)) {
            socket.setRcvHWM(Integer.parseInt(args[1]));
            socket.setLinger(0);
            socket.connect(args[0]);
            long count = 0;
            while (socket.recv() != null) {
                received.lazySet(++count);
            }
        }
    }

    private static void report(AtomicLong received) {
        long startNs = System.nanoTime();
        Thread reporter = new Thread(
                () -> {
                    while (true) {
                        LockSupport.parkNanos(REPORT_NS);
                        long elapsedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
                        long messages = received.get();
                        if (messages > 0) {
                            System.out.println("counted " + elapsedMs + " " + messages);
                        }
                    }
                },
                "reporter");
        reporter.setDaemon(true);
        reporter.start();
    }
}
