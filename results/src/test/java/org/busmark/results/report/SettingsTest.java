package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.record.ForkRecord;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    @Test
    void aLineForEachSettingAndBelowItWhatDiffers() throws IOException {
        ForkRecord stream = MadeUp.streamRun("kafka", 1, 500_000);
        ForkRecord open = MadeUp.openLoopRun("kafka", 1, 800);
        String section = section(
                new ForkRecord(
                        stream.cell(), MadeUp.withSettings(stream.run(), Map.of("batch.size", "9", "linger.ms", "5"))),
                new ForkRecord(
                        open.cell(), MadeUp.withSettings(open.run(), Map.of("batch.size", "9", "linger.ms", "0"))));

        assertTrue(section.startsWith("""
                FIRE_AND_FORGET is offered as:

                - Kafka: nobody acknowledges
                - ZeroMQ: nobody acknowledges

                ### Kafka

                | setting | for FIRE_AND_FORGET |
                |---------|---------------------|
                | acks    | 0                   |

                In effect, as the bus reported it:

                | setting    | value |
                |------------|-------|
                | batch.size | 9     |

                Not the same everywhere:

                | setting   | value | where                                |
                |-----------|-------|--------------------------------------|
                | linger.ms | 5     | small-stream at FIRE_AND_FORGET, max |
                | linger.ms | 0     | steady at PERSISTED, 10,000/s        |

                ### ZeroMQ
                """), section);
    }

    @Test
    void aSettingThatSomeCellsLackDiffers() throws IOException {
        ForkRecord stream = MadeUp.streamRun("kafka", 1, 500_000);
        String section = section(
                new ForkRecord(stream.cell(), MadeUp.withSettings(stream.run(), Map.of("a", "1", "b", "2"))),
                withSettings(MadeUp.roundTripRun("kafka", 1, 800), Map.of("a", "1")));

        assertTrue(section.contains("| b       | 2     | small-stream at FIRE_AND_FORGET, max |"), section);
    }

    @Test
    void whatTheGuaranteeSaysIsNotSaidAgain() throws IOException {
        String section = section(withSettings(MadeUp.streamRun("kafka", 1, 5), Map.of("acks", "0")));

        assertEquals(section.indexOf("| acks "), section.indexOf("| acks    | 0                   |"));
        assertFalse(section.contains("In effect"), section);
        assertTrue(section(withSettings(MadeUp.streamRun("kafka", 1, 5), Map.of("acks", "1")))
                .contains("| acks    | 1     |"));
    }

    @Test
    void aBusThatNobodyIntroducedHasItsBlockToo() throws IOException {
        assertTrue(section(MadeUp.streamRun("newcomer", 1, 5)).contains("### newcomer\n"));
    }

    private static ForkRecord withSettings(ForkRecord fork, Map<String, String> settings) {
        return new ForkRecord(fork.cell(), MadeUp.withSettings(fork.run(), settings));
    }

    private static String section(ForkRecord... forks) throws IOException {
        String report = MarkdownReport.of(Campaigns.of(List.of(forks)));
        String from = "## Settings side by side\n\n";
        int start = report.indexOf(from) + from.length();
        return report.substring(start, report.indexOf("\n## ", start));
    }
}
