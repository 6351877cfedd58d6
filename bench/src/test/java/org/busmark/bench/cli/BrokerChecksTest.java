package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.bench.environment.ProgramPath;
import org.busmark.broker.BrokerCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokerChecksTest {
    @TempDir
    Path folder = Path.of("");

    private Path programs = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        programs = Files.createDirectory(folder.resolve("bin"));
        cache = Files.createDirectory(folder.resolve("cache"));
    }

    @Test
    void aBrokerInTheCacheIsAllItTakes() throws IOException {
        Files.createDirectory(cache.resolve("kafka-4.4.0"));
        Files.createDirectory(cache.resolve("rabbitmq-trixie-amd64"));
        assertEquals(Check.State.OK, check("kafka").state());
        assertEquals(Check.State.OK, check("rabbitmq").state());
    }

    @Test
    void whatIsBeingUnpackedIsNotThereYet() throws IOException {
        Files.createDirectory(cache.resolve("kafka-4.4.0.tmp"));
        Files.createFile(cache.resolve("kafka-4.4.0.lock"));
        assertEquals(Check.State.MISSING, check("kafka").state());
    }

    @Test
    void whatCanBeFetchedIsToldWithTheCommand() throws IOException {
        program("mvn");
        program("apt-get");
        program("dpkg");
        assertEquals(Check.State.NOTE, check("kafka").state());
        assertTrue(check("kafka").remedy().contains("./busmark brokers install kafka"));
        assertTrue(check("rabbitmq").remedy().contains("./busmark brokers install rabbitmq"));
        assertEquals(Check.State.NOTE, check("other").state());
    }

    @Test
    void anInstalledRabbitMqServesWhereNothingCanBeUnpacked() throws IOException {
        assertEquals(Check.State.MISSING, check("rabbitmq").state());
        program("rabbitmq-server");
        assertEquals(Check.State.OK, check("rabbitmq").state());
    }

    private Check check(String bus) {
        return new BrokerChecks(new BrokerCache(cache), new ProgramPath(programs.toString())).of(bus);
    }

    private void program(String name) throws IOException {
        assertTrue(Files.createFile(programs.resolve(name)).toFile().setExecutable(true));
    }
}
