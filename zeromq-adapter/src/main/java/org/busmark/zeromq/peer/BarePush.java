package org.busmark.zeromq.peer;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Sends one message for ever, as fast as the socket takes it, until the process is ended. */
public final class BarePush {
    private BarePush() {}

    /** @param args endpoint to bind, high-water mark, bytes of a message, I/O threads */
    public static void main(String[] args) {
        byte[] message = new byte[Integer.parseInt(args[2])];
        try (ZMQ.Context context = ZMQ.context(Integer.parseInt(args[3]));
                ZMQ.Socket socket = context.socket(SocketType.PUSH)) {
            socket.setSndHWM(Integer.parseInt(args[1]));
            socket.setLinger(0);
            socket.bind(args[0]);
            boolean taken = true;
            while (taken) {
                taken = socket.send(message);
            }
        }
    }
}
