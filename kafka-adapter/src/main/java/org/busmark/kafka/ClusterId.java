package org.busmark.kafka;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Names for clusters as Kafka writes them: 16 bytes in base64url. */
final class ClusterId {
    private static final int BYTES = 16;

    private ClusterId() {}

    /** A random one that does not begin with a dash, which Kafka's tools would take for an option. */
    static String random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        String id;
        do {
            random.nextBytes(bytes);
            id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } while (id.startsWith("-"));
        return id;
    }
}
