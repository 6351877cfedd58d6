package org.busmark.zeromq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.busmark.bus.BusException;
import org.busmark.bus.Producer;
import org.zeromq.ZMQ;

/**
 * Tuning of the sockets, under ZeroMQ's own option names.
 *
 * @param sndhwm messages that a producer's socket queues for each consumer; 0 means {@link #DEFAULT_HWM} or twice the
 *     producer's {@code maxInFlight}, whichever is more: the reader's end of a queue reports free places by halves of the
 *     mark, so that a mark of n holds n/2 for certain
 * @param rcvhwm messages that a consumer's socket queues for each producer
 * @param rcvbufBytes the kernel's receive buffer at a consumer; JeroMQ reads as much at once, and 8 KiB at least. 0 leaves
 *     it to the system, whose own grows; one that does not, and holds few of the loopback's segments of 64 KiB, stalls for
 *     200 ms at a time. There is no sndbuf: JeroMQ 0.6.0 fails when it is set on a socket that binds
 * @param lingerMs how long a closed producer still sends what it has queued
 * @param sndtimeoMs how long a send blocks when no consumer can take the message
 * @param ioThreads that move bytes in the background, for the producers and as many for the consumers
 * @param xpubNodrop whether PUB blocks instead of dropping when a subscriber's queue is full
 */
record ZeroMqSettings(
        int sndhwm, int rcvhwm, int rcvbufBytes, int lingerMs, int sndtimeoMs, int ioThreads, boolean xpubNodrop) {
    /** The library's own high-water mark. */
    static final int DEFAULT_HWM = 1_000;

    /**
     * Never, in effect: a peer that went away was closed, and its port may be another topic's by now. Not -1, which JeroMQ
     * 0.6.0 also takes as the delay after a first connect that failed, and spins.
     */
    static final int RECONNECT_IVL_MS = 3_600_000;

    /** Each connection takes as much memory. */
    private static final int MOST_RCVBUF = 64 << 20;

    static final ZeroMqSettings DEFAULTS =
            new ZeroMqSettings(0, DEFAULT_HWM, 0, 5_000, (int) Producer.MAX_BLOCK.toMillis(), 1, false);

    private static final String SNDHWM = "sndhwm";
    private static final String RCVHWM = "rcvhwm";
    private static final String RCVBUF = "rcvbuf";
    private static final String LINGER = "linger.ms";
    private static final String SNDTIMEO = "sndtimeo.ms";
    private static final String IO_THREADS = "io.threads";
    private static final String XPUB_NODROP = "xpub.nodrop";
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of(SNDHWM, RCVHWM, RCVBUF, LINGER, SNDTIMEO, IO_THREADS, XPUB_NODROP));

    /** @throws BusException for a name or a value that is not known */
    static ZeroMqSettings parse(Map<String, String> given) throws BusException {
        for (String name : given.keySet()) {
            if (!NAMES.contains(name)) {
                throw new BusException("ZeroMQ setting is not known: " + name + " (known: " + NAMES + ")");
            }
        }
        return new ZeroMqSettings(
                number(given, SNDHWM, 1, Integer.MAX_VALUE, DEFAULTS.sndhwm),
                number(given, RCVHWM, 1, Integer.MAX_VALUE, DEFAULTS.rcvhwm),
                number(given, RCVBUF, 1, MOST_RCVBUF, DEFAULTS.rcvbufBytes),
                number(given, LINGER, 0, 30_000, DEFAULTS.lingerMs),
                number(given, SNDTIMEO, 0, DEFAULTS.sndtimeoMs, DEFAULTS.sndtimeoMs),
                number(given, IO_THREADS, 1, 64, DEFAULTS.ioThreads),
                flag(given, XPUB_NODROP, DEFAULTS.xpubNodrop));
    }

    private static int number(Map<String, String> given, String name, int least, int most, int otherwise)
            throws BusException {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new BusException("ZeroMQ setting " + name + " is not a whole number: " + text, notANumber);
        }
        throw new BusException("ZeroMQ setting " + name + " is not in " + least + ".." + most + ": " + text);
    }

    private static boolean flag(Map<String, String> given, String name, boolean otherwise) throws BusException {
        String text = given.getOrDefault(name, String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            throw new BusException("ZeroMQ setting " + name + " is neither true nor false: " + text);
        }
        return Boolean.parseBoolean(text);
    }

    /** Prepares a producer's socket. */
    void applyToSender(ZMQ.Socket socket, int maxInFlight) {
        socket.setSndHWM(
                sndhwm == 0 ? Math.max(DEFAULT_HWM, (int) Math.min(2L * maxInFlight, Integer.MAX_VALUE)) : sndhwm);
        socket.setLinger(lingerMs);
    }

    /** Prepares a consumer's socket. */
    void applyToReceiver(ZMQ.Socket socket) {
        socket.setRcvHWM(rcvhwm);
        socket.setLinger(0);
        socket.setReconnectIVL(RECONNECT_IVL_MS);
        if (rcvbufBytes > 0) {
            socket.setReceiveBufferSize(rcvbufBytes);
        }
    }

    /** Every setting that matters, for the report. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("transport", "tcp on 127.0.0.1");
        facts.put("sockets", "PUSH/PULL for one group, PUB/SUB for several; one a partition");
        facts.put(SNDHWM, sndhwm == 0 ? "max(" + DEFAULT_HWM + ", 2 x maxInFlight of the producer)" : "" + sndhwm);
        facts.put(RCVHWM, "" + rcvhwm);
        facts.put("sndbuf", "the system's");
        facts.put(RCVBUF, rcvbufBytes == 0 ? "the system's" : "" + rcvbufBytes);
        facts.put(LINGER, "" + lingerMs);
        facts.put(SNDTIMEO, "" + sndtimeoMs);
        facts.put("contexts", "one for the producers, one for the consumers");
        facts.put(IO_THREADS, "" + ioThreads);
        facts.put(XPUB_NODROP, "" + xpubNodrop);
        facts.put("reconnect", "none");
        facts.put("partition of a key", "FNV-1a 32 bit modulo partitions");
        return facts;
    }
}
