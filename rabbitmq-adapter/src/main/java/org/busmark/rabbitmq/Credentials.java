package org.busmark.rabbitmq;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A user of a private node and the node's Erlang cookie, all random: nobody else on this machine can log in or join.
 *
 * @param user name
 * @param password of the user
 * @param cookie that Erlang nodes and tools must share
 */
record Credentials(String user, String password, String cookie) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Credentials random() {
        return new Credentials("busmark-" + hex(4), hex(16), hex(16));
    }

    /** Hexadecimal: nothing in it means anything to a configuration file. */
    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
