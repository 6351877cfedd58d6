package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What cannot be run without Docker is at least held to its rules. */
final class ComposeFileTest {
    private final JsonNode services = services();

    private static JsonNode services() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(CheckoutFiles.file("docker-compose.yml").toFile())
                    .get("services");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void hasTheTwoBusesThatNeedABroker() {
        List<String> names = new ArrayList<>();
        services.fieldNames().forEachRemaining(names::add);
        assertEquals(Set.of("kafka", "rabbitmq"), Set.copyOf(names));
    }

    @Test
    void everyImageIsPinnedToARelease() {
        for (JsonNode service : services) {
            String image = service.get("image").asText();
            assertTrue(image.matches("[a-z/]+:\\d+\\.\\d+\\.\\d+(-[a-z]+)?"), image);
        }
    }

    @Test
    void everyServiceHasAHealthCheck() {
        for (JsonNode service : services) {
            JsonNode check = service.get("healthcheck");
            assertEquals("CMD", check.get("test").get(0).asText());
            assertTrue(check.get("retries").asInt() > 0);
            assertTrue(check.get("interval").asText().endsWith("s"));
            assertTrue(check.get("timeout").asText().endsWith("s"));
        }
    }

    @Test
    void everyPortIsOnLoopbackOnly() {
        for (JsonNode service : services) {
            assertTrue(service.get("ports").size() > 0);
            for (JsonNode port : service.get("ports")) {
                assertTrue(port.asText().matches("127\\.0\\.0\\.1:\\d+:\\d+"), port.asText());
            }
        }
    }
}
