package org.busmark.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

final class ClusterIdTest {
    @Test
    void isWhatKafkaReadsAndNeverLooksLikeAnOption() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String id = ClusterId.random(random);
            assertFalse(id.startsWith("-"), id);
            assertEquals(id, Uuid.fromString(id).toString());
        }
    }
}
