package org.busmark.zeromq.peer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * What a message takes from a PUSH to a PULL over TCP with nothing around it: no header, no check, no ledger. Sends on
 * schedule by spinning, a context for each side, and prints {@code response p50 <us> p99 <us> of <count>}, from the
 * intended time, as Busmark's response is. The first half of the time is warm-up.
 */
public final class BareOneWay {
    /** Of a send or a receipt that nothing comes of: the connection is mute, or messages were lost. */
    private static final int TIMEOUT_MS = 2_000;

    private static final long GREETING_MS = 250;

    private BareOneWay() {}

    /** @param args messages per second, bytes of a message (at least 8), seconds */
    public static void main(String[] args) throws InterruptedException {
        int perSecond = Integer.parseInt(args[0]);
        int bytes = Integer.parseInt(args[1]);
        int messages = perSecond * Integer.parseInt(args[2]);
        try (ZMQ.Context sending = ZMQ.context(1);
                ZMQ.Context receiving = ZMQ.context(1)) {
            boolean done = false;
            while (!done) {
                try (ZMQ.Socket push = sending.socket(SocketType.PUSH);
                        ZMQ.Socket pull = receiving.socket(SocketType.PULL)) {
                    done = isGreeted(push, pull);
                    if (done) {
                        measure(push, pull, bytes, messages, perSecond);
                    }
                }
            }
        }
    }

    /**
     * Whether the two are connected. JeroMQ 0.6.0 leaves some fresh connections mute, and one that greets too late takes
     * messages with it when it is given up: so both sockets are made anew then.
     */
    private static boolean isGreeted(ZMQ.Socket push, ZMQ.Socket pull) throws InterruptedException {
        Semaphore greetings = new Semaphore(0);
        push.bind("tcp://127.0.0.1:*");
        push.setSendTimeOut(TIMEOUT_MS);
        push.setLinger(0);
        pull.setReceiveTimeOut(TIMEOUT_MS);
        pull.setEventHook(event -> greetings.release(), ZMQ.EVENT_HANDSHAKE_PROTOCOL);
        pull.connect(push.getLastEndpoint());
        return greetings.tryAcquire(GREETING_MS, TimeUnit.MILLISECONDS);
    }

    private static void measure(ZMQ.Socket push, ZMQ.Socket pull, int bytes, int messages, int perSecond)
            throws InterruptedException {
        Thread sender = new Thread(() -> send(push, bytes, messages, perSecond), "sender");
        sender.start();
        long[] responsesNs = receive(pull, messages);
        sender.join();
        print(responsesNs);
    }

    private static void send(ZMQ.Socket push, int bytes, int messages, int perSecond) {
        long epochNs = System.nanoTime();
        boolean taken = true;
        for (int sent = 0; sent < messages && taken; sent++) {
            long intendedNs = epochNs + TimeUnit.SECONDS.toNanos(1) * sent / perSecond;
            while (System.nanoTime() - intendedNs < 0) {
                Thread.onSpinWait();
            }
            byte[] message = new byte[bytes];
            ByteBuffer.wrap(message).putLong(intendedNs);
            taken = push.send(message);
        }
    }

    /** Those of the second half; fewer when messages were lost. */
    private static long[] receive(ZMQ.Socket pull, int messages) {
        long[] responsesNs = new long[messages];
        int received = 0;
        byte[] message = pull.recv();
        while (message != null && received < messages) {
            responsesNs[received++] =
                    System.nanoTime() - ByteBuffer.wrap(message).getLong();
            message = received < messages ? pull.recv() : null;
        }
        return Arrays.copyOfRange(responsesNs, Math.min(messages / 2, received), received);
    }

    private static void print(long[] responsesNs) {
        Arrays.sort(responsesNs);
        int count = responsesNs.length;
        System.out.println(
                count == 0
                        ? "response of 0"
                        : String.format(
                                Locale.ROOT,
                                "response p50 %.1f us p99 %.1f us of %d",
                                responsesNs[count / 2] / 1e3,
                                responsesNs[(int) (count * 99L / 100)] / 1e3,
                                count));
    }
}
