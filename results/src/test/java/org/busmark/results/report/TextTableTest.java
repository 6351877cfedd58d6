package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void theWholeTable() throws IOException {
        String expected = """
                | bus    | workload     | guarantee       | size  | rate     | verdict      |       msg/s [95 %] | time     |     p50 |     p99 |   p99.9 |        ok | lost | dup |
                |--------|--------------|-----------------|-------|----------|--------------|-------------------:|----------|--------:|--------:|--------:|----------:|-----:|----:|
                | Kafka  | small-stream | FIRE_AND_FORGET | 100 B | max      | VALID        |    504k [499, 509] | service  |  900 us | 9.00 ms | 45.0 ms | 3,000,000 |    0 |   0 |
                | ZeroMQ | small-stream | FIRE_AND_FORGET | 100 B | max      | VALID        | 2.04M [2.04, 2.05] | service  |  900 us | 9.00 ms | 45.0 ms | 3,000,000 |    0 |   0 |
                | Kafka  | ping-pong    | FIRE_AND_FORGET | 100 B | max      | VALID        |     832 [830, 834] | service  | 1.20 ms | 12.0 ms | 60.0 ms | 3,000,000 |    0 |   0 |
                | ZeroMQ | ping-pong    | FIRE_AND_FORGET | 100 B | max      | VALID        | 8.20k [8.03, 8.37] | service  |  121 us | 1.21 ms | 6.05 ms | 3,000,000 |    0 |   0 |
                | Kafka  | steady       | PERSISTED       | 1 KiB | 10,000/s | DEGRADED (1) | 10.0k [9.48, 10.3] | response |  791 us | 7.91 ms | 39.6 ms | 3,000,000 |    0 |   0 |

                - (1) round 2: offered 10000/s, sent 9700/s (limit 99 %)

                - RabbitMQ was not measured: no apt here. Remedy: install rabbitmq-server
                - ZeroMQ does not offer steady at PERSISTED: keeps nothing on disk
                """;

        assertEquals(expected, TextTable.of(Campaigns.quick()));
    }

    @Test
    void anInvalidCellHasItsReasonAndItsLedgerAndNoOtherNumber() throws IOException {
        List<String> lines = TextTable.of(Campaigns.withAnInvalidCell()).lines().toList();

        assertEquals(
                "| ZeroMQ | small-stream | FIRE_AND_FORGET | 100 B | max  | INVALID (1) |               - | -       |"
                        + "      - |       - |       - | 1,999,997 |    3 |   0 |",
                lines.get(3));
        assertTrue(lines.contains("- (1) round 2: lost 3 of 1000000, limit 0"));
    }

    @Test
    void hostileNamesStayTextInOneRow() throws IOException {
        String table = TextTable.of(Campaigns.hostile());
        String row = table.lines().toList().get(2);

        assertEquals(
                14,
                row.replace("\\|", "").chars().filter(c -> c == '|').count() - 1,
                "a name broke out of its column: " + row);
        assertTrue(
                row.contains("a\\|b\\`c\\`&lt;script&gt;alert(1)&lt;/script&gt;[x\\](http://e) # \uFFFD[31m\\*y\\*"),
                row);
        assertFalse(table.contains("\u001b") || table.contains("<"), table);
    }

    @Test
    void withoutCellsTheReasonsRemain() {
        String text = TextTable.of(MadeUp.document(List.of(), List.of()));

        assertTrue(
                text.startsWith("- RabbitMQ was not measured: no apt here. Remedy: install rabbitmq-server\n"), text);
    }

    @Test
    void everyLineOfTheTableIsAsWideAsTheOthers() throws IOException {
        long widths = TextTable.of(Campaigns.quick())
                .lines()
                .filter(line -> line.startsWith("|"))
                .mapToInt(String::length)
                .distinct()
                .count();

        assertEquals(1, widths);
    }
}
