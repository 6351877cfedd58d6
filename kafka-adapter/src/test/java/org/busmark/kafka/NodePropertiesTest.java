package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodePropertiesTest {
    @TempDir
    private Path folder;

    @Test
    void listensOnLoopbackOnly() throws IOException {
        Properties written = written(Map.of());
        assertEquals("PLAINTEXT://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002", written.getProperty("listeners"));
        assertEquals("PLAINTEXT://127.0.0.1:1001", written.getProperty("advertised.listeners"));
        assertEquals("1@127.0.0.1:1002", written.getProperty("controller.quorum.voters"));
    }

    @Test
    void oneNodeSuffices() throws IOException {
        Properties written = written(Map.of());
        assertEquals("broker,controller", written.getProperty("process.roles"));
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            assertEquals("1", written.getProperty(topic + ".replication.factor"), topic);
            assertEquals("1", written.getProperty(topic + ".num.partitions"), topic);
        }
        assertEquals("false", written.getProperty("auto.create.topics.enable"));
    }

    @Test
    void dataFolderSurvivesTheFileFormat() throws IOException {
        Path data = folder.resolve("with space\\and=signs#");
        Path file = folder.resolve("server.properties");
        new NodeProperties(1001, 1002, data, Map.of()).write(file);
        assertEquals(data.toString(), read(file).getProperty("log.dirs"));
    }

    @Test
    void testsMayAddAndReplace() throws IOException {
        Properties written = written(Map.of("num.partitions", "3", "broker.rack", "here"));
        assertEquals("3", written.getProperty("num.partitions"));
        assertEquals("here", written.getProperty("broker.rack"));
        assertTrue(written.containsKey("node.id"));
    }

    private Properties written(Map<String, String> more) throws IOException {
        Path file = folder.resolve("server.properties");
        new NodeProperties(1001, 1002, folder.resolve("data"), more).write(file);
        return read(file);
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
