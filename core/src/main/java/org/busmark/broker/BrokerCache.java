package org.busmark.broker;

import java.nio.file.Path;

/**
 * The folder that keeps brokers' software between runs: {@code $BUSMARK_CACHE}, else {@code
 * $XDG_CACHE_HOME/busmark}, else {@code ~/.cache/busmark}.
 *
 * @param folder need not exist yet
 */
public record BrokerCache(Path folder) {
    /** The cache that the environment names. */
    public static BrokerCache ofEnvironment() {
        return new BrokerCache(locate());
    }

    private static Path locate() {
        String own = System.getenv("BUSMARK_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "busmark").toAbsolutePath();
        }
        return Path.of(System.getProperty("user.home"), ".cache", "busmark");
    }
}
