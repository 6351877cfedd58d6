package org.busmark.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.campaign.ComparedMetric;
import org.busmark.results.record.ComparisonRecord;
import org.busmark.results.record.ComparisonVerdict;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.RunDocument;
import org.junit.jupiter.api.Test;

/** The sentences, with figures that say by themselves who is faster. */
final class AnswersTest {
    @Test
    void theFasterOneIsTheOneThatMovesMore() throws IOException {
        List<String> left = sentences(streams(3_000_000, 1_000_000));
        List<String> right = sentences(streams(1_000_000, 3_000_000));

        assertEquals(
                List.of("**Kafka moves 3.0x [3.0, 3.0] what ZeroMQ does**: throughput 3.00M against 1.00M msg/s."),
                left);
        assertEquals(
                List.of("**ZeroMQ moves 3.0x [3.0, 3.0] what Kafka does**: throughput 3.00M against 1.00M msg/s."),
                right);
    }

    @Test
    void theFasterOneIsTheOneThatTakesLess() throws IOException {
        List<String> left = sentences(openLoops(100, 4_000, Map.of(), Map.of()));
        List<String> right = sentences(openLoops(4_000, 100, Map.of(), Map.of()));

        assertEquals(
                List.of(
                        "**Kafka answers 40x [40, 40] sooner than ZeroMQ**: response p50 100 µs against 4.00 ms.",
                        "**Kafka answers 40x [40, 40] sooner than ZeroMQ**: response p99 of rounds 1.00 ms against 40.0 ms."),
                left);
        assertEquals(left.stream().map(AnswersTest::swapped).toList(), right);
    }

    @Test
    void theEndsOfATurnedIntervalChangePlaces() throws IOException {
        String answer = sentence(ComparedMetric.SERVICE_P50, 0.25, 0.2, 0.5, ComparisonVerdict.FASTER);
        assertTrue(answer.startsWith("**Kafka answers 4.0x [2.0, 5.0] sooner than ZeroMQ**"), answer);

        answer = sentence(ComparedMetric.SERVICE_P50, 4, 2, 5, ComparisonVerdict.SLOWER);
        assertTrue(answer.startsWith("**ZeroMQ answers 4.0x [2.0, 5.0] sooner than Kafka**"), answer);
    }

    @Test
    void noDifferenceShownIsAnAnswer() throws IOException {
        assertEquals(
                "Kafka and ZeroMQ: no difference shown in service p50: 1.05x [0.90, 1.22], 1.20 ms against 121 µs.",
                sentence(ComparedMetric.SERVICE_P50, 1.05, 0.9, 1.22, ComparisonVerdict.NO_DIFFERENCE_SHOWN));
    }

    @Test
    void whatTheCorrectionTookBackIsSaid() throws IOException {
        String expected = "Kafka and ZeroMQ: no difference shown in service p50 after correction for 1 comparisons: ";
        assertTrue(sentence(ComparedMetric.SERVICE_P50, 0.37, 0.14, 0.96, ComparisonVerdict.NO_DIFFERENCE_SHOWN)
                .startsWith(expected + "0.37x [0.14, 0.96], "));
        assertTrue(sentence(ComparedMetric.SERVICE_P50, 2.1, 1.2, 3.7, ComparisonVerdict.NO_DIFFERENCE_SHOWN)
                .startsWith(expected + "2.1x [1.20, 3.7], "));
    }

    @Test
    void whatTheNoiseFloorTookBackIsSaid() throws IOException {
        List<String> sentences = sentences(MadeUp.document(
                Campaigns.quick().cells(),
                List.of(
                        judged(1.05, 1.04, 1.06, ComparisonVerdict.NO_DIFFERENCE_SHOWN, 0.001, 1.2),
                        judged(1.05, 0.98, 1.12, ComparisonVerdict.NO_DIFFERENCE_SHOWN, 0.2, 1.2),
                        judged(4, 3.9, 4.1, ComparisonVerdict.SLOWER, 0.001, 1.2))));

        assertEquals(
                "Kafka and ZeroMQ: no difference shown in service p50: 1.05x [1.04, 1.06], within the noise floor of"
                        + " 1.20x, 1.20 ms against 121 µs.",
                sentences.get(1));
        assertFalse(sentences.get(0).contains("noise") || sentences.get(2).contains("noise"), sentences.toString());
    }

    @Test
    void howToReadNamesTheNoiseFloorWhereItWasJudgedBy() throws IOException {
        assertTrue(MarkdownReport.of(Campaigns.quick()).contains("(its noise floor)"));
        assertFalse(MarkdownReport.of(MadeUp.document(
                        Campaigns.quick().cells(),
                        List.of(comparison(
                                ComparedMetric.SERVICE_P50, 1.05, 0.9, 1.22, ComparisonVerdict.NO_DIFFERENCE_SHOWN))))
                .contains("noise"));
    }

    @Test
    void ranksOfManyRoundsStandBehindTheAnswerAndTurnWithIt() throws IOException {
        List<String> sentences = sentences(MadeUp.document(
                Campaigns.quick().cells(),
                List.of(new ComparisonRecord(
                        "ping-kafka",
                        "ping-zeromq",
                        ComparedMetric.SERVICE_P50.id(),
                        4,
                        3.9,
                        4.1,
                        ComparisonVerdict.SLOWER,
                        10,
                        0.001,
                        1.2,
                        0.0039,
                        3.8,
                        4.2))));

        assertEquals(
                "**ZeroMQ answers 4.0x [3.9, 4.1] sooner than Kafka**: service p50 121 µs against 1.20 ms;"
                        + " median of the rounds [3.8, 4.2], rank test p = 0.00390.",
                sentences.get(0));
    }

    private static ComparisonRecord judged(
            double ratio, double low, double high, ComparisonVerdict verdict, double p, double floor) {
        return new ComparisonRecord(
                "ping-kafka",
                "ping-zeromq",
                ComparedMetric.SERVICE_P50.id(),
                ratio,
                low,
                high,
                verdict,
                3,
                p,
                floor,
                null,
                null,
                null);
    }

    @Test
    void differencesComeBeforeWhatIsNotShown() throws IOException {
        List<String> sentences = sentences(MadeUp.document(
                Campaigns.quick().cells(),
                List.of(
                        comparison(ComparedMetric.SERVICE_P50, 1.05, 0.9, 1.22, ComparisonVerdict.NO_DIFFERENCE_SHOWN),
                        comparison(ComparedMetric.SERVICE_P99, 4, 2, 5, ComparisonVerdict.SLOWER))));

        assertTrue(sentences.get(0).startsWith("**ZeroMQ answers"), sentences.toString());
        assertTrue(sentences.get(1).startsWith("Kafka and ZeroMQ: no difference"), sentences.toString());
    }

    @Test
    void oneRoundClaimsNothing() throws IOException {
        String report = MarkdownReport.of(Campaigns.of(
                List.of(MadeUp.streamRun("kafka", 1, 1_000_000), MadeUp.streamRun("zeromq", 1, 3_000_000))));

        assertTrue(
                report.contains(
                        "Kafka and ZeroMQ: no difference shown in throughput: 0.33x, one round, 1.00M against 3.00M"),
                report);
        assertFalse(report.contains("Holm"), report);
    }

    @Test
    void aBatchingDelayIsNamedBesideTheFigureThatItIsPartOf() throws IOException {
        List<String> sentences =
                sentences(openLoops(4_000, 100, Map.of("producer.linger.ms", "5"), Map.of("linger.ms", "5000")));

        assertEquals(
                "**ZeroMQ answers 40x [40, 40] sooner than Kafka**:"
                        + " response p50 100 µs against 4.00 ms (linger.ms=5 is part of it).",
                sentences.get(0));
        assertTrue(sentences.get(1).endsWith("1.00 ms against 40.0 ms (linger.ms=5 is part of it)."), sentences.get(1));
        assertFalse(sentences(openLoops(4_000, 100, Map.of("producer.linger.ms", "0"), Map.of()))
                .toString()
                .contains("linger"));
    }

    @Test
    void aMetricOfAnotherVersionIsNamedWithoutFigures() throws IOException {
        RunDocument document = MadeUp.document(
                Campaigns.quick().cells(),
                List.of(new ComparisonRecord(
                        "ping-kafka", "ping-zeromq", "ack.p75Us", 2, 1.5, 2.5, ComparisonVerdict.SLOWER, 3, 0.01)));

        assertEquals(List.of("**ZeroMQ answers 2.0x [1.50, 2.5] sooner than Kafka**: ack p75."), sentences(document));
    }

    private static RunDocument streams(double kafka, double zeromq) throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            forks.add(MadeUp.streamRun("kafka", round, kafka + round));
            forks.add(MadeUp.streamRun("zeromq", round, zeromq + round));
        }
        return Campaigns.of(forks);
    }

    private static RunDocument openLoops(
            double kafkaUs, double zeromqUs, Map<String, String> ofKafka, Map<String, String> ofZeroMq)
            throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            double drift = 1 + round * 1e-6;
            forks.add(new ForkRecord(
                    MadeUp.openLoop("kafka"),
                    MadeUp.withSettings(
                            MadeUp.openLoopRun("kafka", round, kafkaUs * drift).run(), ofKafka)));
            forks.add(new ForkRecord(
                    MadeUp.openLoop("zeromq"),
                    MadeUp.withSettings(
                            MadeUp.openLoopRun("zeromq", round, zeromqUs).run(), ofZeroMq)));
        }
        return Campaigns.of(forks);
    }

    private static String sentence(
            ComparedMetric metric, double ratio, double low, double high, ComparisonVerdict verdict)
            throws IOException {
        List<String> sentences = sentences(
                MadeUp.document(Campaigns.quick().cells(), List.of(comparison(metric, ratio, low, high, verdict))));
        return sentences.get(0);
    }

    private static ComparisonRecord comparison(
            ComparedMetric metric, double ratio, double low, double high, ComparisonVerdict verdict) {
        return new ComparisonRecord("ping-kafka", "ping-zeromq", metric.id(), ratio, low, high, verdict, 3, 0.4);
    }

    private static List<String> sentences(RunDocument document) {
        return MarkdownReport.of(document)
                .lines()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("  - "))
                .map(line -> line.substring(4))
                .toList();
    }

    private static String swapped(String sentence) {
        return sentence.replace("Kafka", "?").replace("ZeroMQ", "Kafka").replace("?", "ZeroMQ");
    }
}
