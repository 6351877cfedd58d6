package org.busmark.bench.walkthrough;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Sent;
import org.busmark.results.record.WalkthroughRecord.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class WalkthroughTest {
    /** Nothing can come as written, so nobody needs to wait long for it. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Set<Integer> ALL =
            IntStream.range(0, Walkthrough.MESSAGES).boxed().collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({"loopback, HANDED_OVER", "zeromq, REJECTED"})
    void asWrittenNothingArrives(String bus, String outcome) {
        WalkthroughRecord record = walk(bus, SHORT).run(Variant.AS_WRITTEN);
        assertNull(record.failure());
        assertEquals(List.of(), record.arrivals());
        assertEquals(
                IntStream.range(0, Walkthrough.MESSAGES)
                        .mapToObj(message -> new Sent(message, "key", outcome))
                        .toList(),
                record.sent());
        assertEquals(Guarantee.FIRE_AND_FORGET, record.guarantee());
        assertEquals(3, record.steps().size());
        assertEquals(
                "then open a group that begins at the latest position, and read for 300 ms",
                record.steps().get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loopback", "zeromq"})
    void mendedAllArriveInOrderWithinTheirPartitions(String bus) {
        WalkthroughRecord record = walk(bus, LONG).run(Variant.MENDED);
        assertNull(record.failure());
        assertEquals(Walkthrough.MESSAGES, record.arrivals().size());
        assertEquals(ALL, record.arrivals().stream().map(Arrival::message).collect(Collectors.toSet()));
        assertTrue(record.inOrderWithinPartitions(), () -> record.arrivals().toString());
        assertTrue(
                record.arrivals().stream().map(Arrival::partition).distinct().count() > 1,
                () -> "one partition did all the work: " + record.arrivals());
        assertTrue(record.sent().stream().allMatch(sent -> sent.outcome().equals("HANDED_OVER")));
    }

    @Test
    void bothWaysInTheOrderInWhichPeopleReadThem() {
        List<WalkthroughRecord> records = walk("loopback", SHORT).run();
        assertEquals(
                List.of(Variant.AS_WRITTEN, Variant.MENDED),
                records.stream().map(WalkthroughRecord::variant).toList());
    }

    @Test
    void aBusThatCannotBeReachedIsAFailureInWords() {
        WalkthroughRecord record = walk("counted", SHORT).run(Variant.MENDED);
        assertEquals("no broker lives at address none", record.failure());
        assertEquals(List.of(), record.sent());
    }

    private static Walkthrough walk(String bus, Duration patience) {
        // A PUSH socket without a peer blocks its sender for so long, message by message.
        Map<String, String> client = bus.equals("zeromq") ? Map.of("sndtimeo.ms", "50") : Map.of();
        return new Walkthrough(InstalledAdapters.load().get(bus), new BusSettings(Map.of(), client), patience);
    }
}
