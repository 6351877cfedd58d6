package org.busmark.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.busmark.bus.ConsumerSpec;
import org.busmark.bus.Guarantee;
import org.busmark.bus.TopicSpec;
import org.junit.jupiter.api.Test;

final class ConsumerShareTest {
    @Test
    void partitionsAreDealtOutInTurn() {
        assertArrayEquals(new int[] {0, 2, 4}, share(0, 2, 5));
        assertArrayEquals(new int[] {1, 3}, share(1, 2, 5));
    }

    @Test
    void membersShareAPartitionWhenThereAreTooFew() {
        assertArrayEquals(new int[] {0}, share(2, 3, 1));
        assertArrayEquals(new int[] {0}, share(2, 3, 2));
        assertArrayEquals(new int[] {1}, share(1, 3, 2));
    }

    @Test
    void everyPartitionHasAReaderAndOnlyOneWhereThatIsPossible() {
        for (int partitions = 1; partitions <= 9; partitions++) {
            for (int members = 1; members <= 12; members++) {
                Set<Integer> read = new TreeSet<>();
                int readers = 0;
                for (int member = 0; member < members; member++) {
                    for (int partition : share(member, members, partitions)) {
                        read.add(partition);
                        readers++;
                    }
                }
                assertEquals(partitions, read.size(), "partitions read");
                assertEquals(Math.max(partitions, members), readers, "readers");
            }
        }
    }

    private static int[] share(int member, int members, int partitions) {
        TopicSpec topic = new TopicSpec("t", partitions, List.of("g"), Guarantee.FIRE_AND_FORGET);
        return RabbitMqConsumer.share(new ConsumerSpec(topic, "g", member, members, ConsumerSpec.Start.EARLIEST));
    }
}
