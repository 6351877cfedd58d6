package org.busmark.zeromq.peer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Sends messages as fast as the socket takes them, until the process is ended. Each is an array of its own, of zeros:
 * JeroMQ keeps what it is given, so a program that has something to say needs a new one for each message, and ZeroMQ's own
 * throughput test, remote_thr, makes one for each message too.
 */
public final class BarePush {
    private BarePush() {}

    /** @param args endpoint to bind, high-water mark, bytes of a message, I/O threads */
    public static void main(String[] args) {
        int bytes = Integer.parseInt(args[2]);
        try (ZMQ.Context context = ZMQ.context(Integer.parseInt(args[3]));
                ZMQ.Socket socket = context.socket(SocketType.PUSH)) {
            socket.setSndHWM(Integer.parseInt(args[1]));
            socket.setLinger(0);
            socket.bind(args[0]);
            boolean taken = true;
            while (taken) {
                taken = socket.send(new byte[bytes]);
            }
        }
    }
}
