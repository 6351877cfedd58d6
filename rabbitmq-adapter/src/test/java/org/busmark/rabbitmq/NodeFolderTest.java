package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeFolderTest {
    private static final Credentials CREDENTIALS = new Credentials("somebody", "pass-word", "coo-kie");

    @TempDir
    private Path folder;

    private NodeFolder node() {
        return new NodeFolder(folder, 5001, 5002, 5003, CREDENTIALS);
    }

    @Test
    void everythingListensOnLoopbackForOneRandomUser() {
        assertEquals(
                List.of(
                        "listeners.tcp.1 = 127.0.0.1:5001",
                        "default_user = somebody",
                        "default_pass = pass-word",
                        "loopback_users.somebody = true",
                        "log.console = true",
                        "log.console.level = info",
                        "log.file = false",
                        "max_message_size = 16777216",
                        "vm_memory_high_watermark.absolute = 2GB",
                        "disk_free_limit.absolute = 100MB"),
                node().configuration().lines().toList());
    }

    @Test
    void secretsAreForTheOwnerOnly() throws IOException {
        node().write();
        assertEquals("coo-kie", Files.readString(folder.resolve(".erlang.cookie")));
        assertEquals("r--------", permissions(".erlang.cookie"));
        assertEquals("rw-------", permissions("rabbitmq.conf"));
        assertEquals("[].\n", Files.readString(folder.resolve("enabled_plugins")));
    }

    @Test
    void theEnvironmentHoldsNoSecretAndNothingOfTheMachines() {
        Map<String, String> environment = node().environment(
                        Map.of("RABBITMQ_NODE_PORT", "1", "ERL_LIBS", "/x", "SHELL", "/bin/sh"), "/somewhere");
        assertEquals("", environment.get("RABBITMQ_NODE_PORT"), "empty removes it");
        assertEquals("", environment.get("ERL_LIBS"));
        assertEquals("", environment.get("NOTIFY_SOCKET"));
        assertFalse(environment.containsKey("SHELL"));
        assertEquals("/somewhere", environment.get("PATH"));
        assertEquals(folder.toString(), environment.get("HOME"));
        assertEquals("5002", environment.get("RABBITMQ_DIST_PORT"));
        assertEquals("5003", environment.get("ERL_EPMD_PORT"));
        assertTrue(environment
                .getOrDefault("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "")
                .contains("{127,0,0,1}"));
        assertFalse(environment.toString().contains("pass-word"));
        assertFalse(environment.toString().contains("coo-kie"));
    }

    @Test
    void credentialsAreRandomAndDoNotPrint() {
        Credentials one = Credentials.random();
        Credentials other = Credentials.random();
        assertNotEquals(one.password(), other.password());
        assertNotEquals(one.cookie(), other.cookie());
        assertEquals(32, one.password().length());
        assertFalse(one.toString().contains(one.password()));
        assertFalse(one.toString().contains(one.cookie()));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
