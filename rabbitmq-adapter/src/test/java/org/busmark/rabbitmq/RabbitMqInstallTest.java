package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSoftware;
import org.busmark.broker.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that lack this or that, made up of a few folders. */
final class RabbitMqInstallTest {
    @TempDir
    private Path machine;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void withoutAptTheReasonAndOneRemedyAreGiven() {
        BrokerException refused = refused();
        assertEquals(
                "RabbitMQ cannot be unpacked from Debian packages: apt-get is not on the PATH", refused.getMessage());
        assertTrue(refused.remedy().contains("rabbitmq-server"), refused.remedy());
        assertLeftNothing();
    }

    @Test
    void withoutAMirrorTheReasonIsGiven() throws IOException {
        program("bin/apt-get", "exit 0");
        program("bin/dpkg", "exit 0");
        BrokerException refused = refused();
        assertTrue(refused.toString().endsWith("names no Debian mirror"), refused.getMessage());
        assertLeftNothing();
    }

    @Test
    void aptsOwnWordsAreTheReason() throws IOException {
        program("bin/apt-get", "echo 'W: slow'; echo 'E: Could not resolve the mirror'; exit 100");
        program("bin/dpkg", "exit 0");
        environment.put("BUSMARK_DEBIAN_MIRROR", "http://mirror.example/debian");
        BrokerException refused = refused();
        assertEquals("apt-get failed: Could not resolve the mirror", refused.getMessage());
        assertLeftNothing();
    }

    @Test
    void whatIsUnpackedAlreadyNeedsNoApt() throws IOException, BrokerException {
        environment.put("BUSMARK_RABBITMQ_SUITE", "forky");
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : System.getProperty("os.arch");
        Path home = cache().folder().resolve("rabbitmq-forky-" + architecture);
        Files.createDirectories(home.resolve("rabbitmq/plugins/rabbit-4.1.2"));
        Files.writeString(home.resolve("PACKAGES"), "");
        BrokerSoftware software = recipe().install(cache(), Progress.SILENT);
        assertEquals(new BrokerSoftware(home, "4.1.2", "Debian forky packages, unpacked"), software);
    }

    @Test
    void theInstalledOneIsUsedWhenAsked() throws IOException, BrokerException {
        Path home = installed("4.2.0");
        environment.put("BUSMARK_RABBITMQ", "installed");
        BrokerSoftware software = recipe().install(cache(), Progress.SILENT);
        assertEquals(new BrokerSoftware(home, "4.2.0", "installed on this machine, as asked"), software);
    }

    @Test
    void theInstalledOneIsUsedWhenNothingCanBeUnpackedAndSaysWhy() throws IOException, BrokerException {
        Path home = installed("4.2.0");
        BrokerSoftware software = recipe().install(cache(), Progress.SILENT);
        assertEquals(home, software.home());
        assertTrue(software.origin().contains("apt-get is not on the PATH"), software.origin());
    }

    @Test
    void anInstalledOneWithoutErlangIsNone() throws IOException {
        installed("4.2.0");
        Files.delete(machine.resolve("bin/erl"));
        environment.put("BUSMARK_RABBITMQ", "installed");
        BrokerException refused = refused();
        assertTrue(refused.toString().contains("no rabbitmq-server"), refused.getMessage());
    }

    @Test
    void anInstalledOneIsFoundThroughTheLinkOnThePath() throws IOException, BrokerException {
        Path home = server("elsewhere/rabbitmq_server-4.3.6", "4.3.6");
        erlang();
        Files.createSymbolicLink(machine.resolve("bin/rabbitmq-server"), home.resolve("sbin/rabbitmq-server"));
        environment.put("BUSMARK_RABBITMQ", "installed");
        BrokerSoftware software = recipe().install(cache(), Progress.SILENT);
        assertEquals("4.3.6", software.version());
        assertEquals(home.toRealPath(), software.home());
    }

    @Test
    void wrongChoicesAreNamed() {
        environment.put("BUSMARK_RABBITMQ", "docker");
        assertTrue(refused().toString().endsWith(": docker"));
        environment.put("BUSMARK_RABBITMQ", "debian");
        environment.put("BUSMARK_RABBITMQ_SUITE", "../trixie");
        assertTrue(refused().toString().endsWith(": ../trixie"));
    }

    @Test
    void aPathWithASpaceIsRefusedInOneLine() {
        RabbitMqRecipe recipe = recipe();
        BrokerCache cache = new BrokerCache(machine.resolve("my cache"));
        BrokerException refused = assertThrows(BrokerException.class, () -> recipe.install(cache, Progress.SILENT));
        assertTrue(refused.toString().contains(": RabbitMQ cannot live in a path with a space: "));
        assertFalse(refused.toString().contains("\n"));
        assertTrue(refused.remedy().contains("BUSMARK_CACHE"));
    }

    private BrokerCache cache() {
        return new BrokerCache(machine.resolve("cache"));
    }

    private RabbitMqRecipe recipe() {
        environment.put("PATH", machine.resolve("bin").toString());
        return new RabbitMqRecipe(
                environment, machine.resolve("apt"), List.of(machine.resolve("lib/rabbitmq_server-*")));
    }

    private BrokerException refused() {
        RabbitMqRecipe recipe = recipe();
        return assertThrows(BrokerException.class, () -> recipe.install(cache(), Progress.SILENT));
    }

    /** Nothing but the lock, which must stay: who waits for it would otherwise hold another file's. */
    private void assertLeftNothing() {
        try (Stream<Path> left = Files.list(cache().folder())) {
            assertEquals(
                    List.of(),
                    left.filter(file -> !file.toString().endsWith(".lock")).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path installed(String version) throws IOException {
        erlang();
        return server("lib/rabbitmq_server-" + version, version);
    }

    private void erlang() throws IOException {
        program("bin/erl", "exit 0");
        program("bin/epmd", "exit 0");
    }

    private Path server(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Files.createDirectories(home.resolve("plugins/rabbit-" + version));
        program(folder + "/sbin/rabbitmq-server", "exit 0");
        return home;
    }

    private void program(String path, String script) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
