package org.busmark.results.report;

import static org.busmark.results.OtherCampaign.each;
import static org.busmark.results.OtherCampaign.openLoops;
import static org.busmark.results.OtherCampaign.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.busmark.bus.Guarantee;
import org.busmark.ledger.Verdict;
import org.busmark.results.Campaigns;
import org.busmark.results.MadeUp;
import org.busmark.results.OtherCampaign;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.ProvisioningRule;
import org.busmark.results.record.CapacityRecord;
import org.busmark.results.record.CellCoordinates;
import org.busmark.results.record.ForkRecord;
import org.busmark.results.record.Rate;
import org.busmark.results.record.RunDocument;
import org.junit.jupiter.api.Test;

final class CampaignComparisonTextTest {
    private static final double[] STEADY = {1000, 1010, 995};
    private static final double[] SLOWER = {800, 806, 797};

    @Test
    void aRowHasBothSidesTheRatioAndWhatItShows() {
        String text = CampaignComparisonText.of(
                compare(OtherCampaign.of(streams("kafka", STEADY)), OtherCampaign.of(streams("kafka", SLOWER))));

        assertTrue(text.startsWith("- A: before, 2026-11-23T09:00:00Z, suite quick, Busmark 0.1.0 0e5f429\n"), text);
        assertEquals(
                List.of(
                        "| bus | workload | guarantee | size | rate | figure | A | B | runs | cells are |"
                                + " B / A [95 %] | noise floor | B is |",
                        "| kafka | small-stream | FIRE_AND_FORGET | 100 B | max | throughput | 1.00k | 800 | 3, 3 |"
                                + " VALID | 0.80x [0.79, 0.81] | 1.01x | SLOWER |"),
                rows(text));
    }

    @Test
    void aTerminalWithoutUtf8CanShowIt() {
        String text = CampaignComparisonText.of(
                compare(OtherCampaign.of(openLoops("kafka", STEADY)), OtherCampaign.of(openLoops("kafka", 5, 6, 7))));

        assertTrue(text.contains(" 6.00 us "), text);
        assertTrue(text.chars().allMatch(c -> c < 128), text);
    }

    @Test
    void whyNothingIsShownStandsBeside() {
        double[] around = DoubleStream.iterate(1000, figure -> figure > 1050 ? 1000 : 1100)
                .limit(12)
                .toArray();
        double[] above = DoubleStream.of(around).map(figure -> 1.07 * figure).toArray();
        String text = CampaignComparisonText.of(
                compare(OtherCampaign.of(streams("kafka", around)), OtherCampaign.of(streams("kafka", above))));
        assertTrue(text.contains("| NO_DIFFERENCE_SHOWN: within the noise floor |"), text);
        assertTrue(rows(text).get(0).endsWith("| by ranks |"), text);

        text = CampaignComparisonText.of(
                compare(OtherCampaign.of(streams("kafka", 5)), OtherCampaign.of(streams("kafka", 4))));
        assertTrue(rows(text).get(1).endsWith("| 0.80x | - | NO_DIFFERENCE_SHOWN: fewer than 2 runs |"), text);
    }

    @Test
    void theNotesSayWhatTheTableCannot() {
        CellCoordinates cell = OtherCampaign.withId(MadeUp.stream("kafka"), "other");
        OtherCampaign a = OtherCampaign.of(
                        each(streams("kafka", STEADY), run -> MadeUp.withSettings(run, Map.of("linger.ms", "5"))))
                .and(openLoops("zeromq", STEADY))
                .and(openLoops("tcp", STEADY))
                .with(capacity(20_000));
        OtherCampaign b = OtherCampaign.of(OtherCampaign.as(
                        cell,
                        each(streams("kafka", SLOWER), run -> MadeUp.withSettings(run, Map.of("linger.ms", "0")))))
                .on(machine -> OtherCampaign.withProcessor(machine, "Another CPU", 64))
                .with(capacity(16_000));
        String text = CampaignComparisonText.of(compare(a, b));

        for (String line : List.of(
                "- warning: A and B did not run on the same machine and software: each ratio is of that too\n",
                "- kafka small-stream at FIRE_AND_FORGET, 100 B, rate max: another setting: linger.ms 5 in A, 0 in B\n",
                "- not compared, only in A: zeromq steady at PERSISTED, 1 KiB, rate 10,000/s; tcp steady at PERSISTED,"
                        + " 1 KiB, rate 10,000/s\n",
                "- capacity of kafka steady at PERSISTED, 1 KiB: 20.0k msg/s in A, 16.0k msg/s in B, 0.80x, each found"
                        + " once: no interval\n",
                "- processor: Made-up CPU at 3 GHz in A, Another CPU in B\n")) {
            assertTrue(text.contains(line), () -> line + " is not in\n" + text);
        }
    }

    private static CapacityRecord capacity(double perSecond) {
        return new CapacityRecord(
                "kafka", "steady", Guarantee.PERSISTED, 1024, 50_000, perSecond, null, List.of(), List.of());
    }

    @Test
    void aPullRequestGetsTheAnswerThenWhatDiffersThenTheRest() {
        OtherCampaign a = OtherCampaign.of(streams("kafka", STEADY)).and(openLoops("zeromq", STEADY));
        OtherCampaign b = OtherCampaign.of(streams("kafka", SLOWER)).and(openLoops("zeromq", STEADY));
        String markdown = CampaignComparisonText.markdown(compare(a, b));

        assertTrue(
                markdown.startsWith("### Busmark: B against A\n\n"
                        + "**B is slower in 1 and faster in 0 of 3 comparisons.**\n\n- A: before"),
                markdown);
        int folded = markdown.indexOf("\n<details><summary>All comparisons</summary>\n\n|");
        assertTrue(folded > 0, markdown);
        assertFalse(markdown.substring(0, folded).contains("NO_DIFFERENCE_SHOWN"), markdown);
        assertTrue(markdown.substring(folded).contains("NO_DIFFERENCE_SHOWN"), markdown);
        assertTrue(markdown.endsWith("\n</details>\n"), markdown);
    }

    @Test
    void theSummaryNamesWhatMatters() throws IOException {
        RunDocument quick = Campaigns.quick();
        assertEquals("No difference shown in 8 comparisons", summary(quick, quick));
        assertEquals(
                "No difference shown in 1 comparison; INVALID in B and not in A: 1; not compared: 1",
                summary(
                        OtherCampaign.of(streams("kafka", 502_000, 504_000))
                                .and(streams("zeromq", STEADY))
                                .document(),
                        Campaigns.withAnInvalidCell()));
        assertEquals(
                "Nothing was compared; not compared: 2",
                summary(
                        OtherCampaign.of(streams("kafka", STEADY)).document(),
                        OtherCampaign.of(streams("zeromq", STEADY)).document()));
    }

    @Test
    void hostileNamesShowAsThemselves() throws IOException {
        RunDocument hostile = Campaigns.hostile();
        List<ForkRecord> others = OtherCampaign.as(
                new CellCoordinates(
                        "x", Campaigns.HOSTILE, Campaigns.HOSTILE, Guarantee.PERSISTED, Rate.MAX, 1, "StreamBenchmark"),
                each(
                        streams("kafka", STEADY),
                        run -> MadeUp.run(run.round(), Verdict.INVALID, List.of(Campaigns.HOSTILE), 1, null, null)));
        RunDocument b = OtherCampaign.of(others)
                .and(OtherCampaign.as(hostile.cells().get(0).coordinates(), streams("kafka", STEADY)))
                .named(Campaigns.HOSTILE)
                .on(machine -> OtherCampaign.withProcessor(machine, Campaigns.HOSTILE, 3))
                .document();
        CampaignComparison comparison = CampaignComparison.of(hostile, b, ProvisioningRule.MUST_BE_EQUAL);
        for (String text :
                List.of(CampaignComparisonText.of(comparison), CampaignComparisonText.markdown(comparison))) {
            String folds = text.replaceAll("</?(details|summary)>", "");
            assertFalse(folds.contains("<") || folds.contains("\u001b"), text);
            assertTrue(text.contains("a\\|b\\`c\\`&lt;script&gt;"), text);
            assertEquals(
                    1,
                    rows(text).stream()
                            .map(row -> row.replace("\\|", "")
                                    .chars()
                                    .filter(c -> c == '|')
                                    .count())
                            .distinct()
                            .count(),
                    text);
        }
        List<GithubBenchmarks.Entry> entries = GithubBenchmarks.entries(b, comparison, true);
        assertEquals(1, entries.size());
        String name = entries.get(0).name();
        assertFalse(name.contains("`") || name.contains("|") || name.contains("\n") || name.contains("\u001b"), name);
    }

    @Test
    void githubsChartsHaveADirectionEach() throws IOException {
        OtherCampaign a = OtherCampaign.of(streams("kafka", STEADY)).and(openLoops("kafka", STEADY));
        RunDocument b = OtherCampaign.of(streams("kafka", SLOWER))
                .and(openLoops("kafka", STEADY))
                .and(streams("zeromq", 7))
                .document();
        CampaignComparison comparison = CampaignComparison.of(a.document(), b, ProvisioningRule.MUST_BE_EQUAL);
        List<GithubBenchmarks.Entry> bigger = GithubBenchmarks.entries(b, comparison, true);
        List<GithubBenchmarks.Entry> smaller = GithubBenchmarks.entries(b, comparison, false);

        GithubBenchmarks.Entry kafka = bigger.get(0);
        assertEquals("kafka small-stream FIRE_AND_FORGET 100 B max throughput", kafka.name());
        assertEquals("msg/s", kafka.unit());
        assertEquals(800, kafka.value());
        assertTrue(kafka.range().orElseThrow().matches("95 % 78\\d\\.\\d to 8[01]\\d\\.\\d"), kafka.toString());
        assertEquals("3 runs, VALID\nB / A 0.80x [0.79, 0.81]: SLOWER", kafka.extra());
        assertTrue(bigger.get(1).range().isEmpty());
        assertEquals("1 run, VALID", bigger.get(1).extra());
        assertEquals(
                List.of(
                        "kafka steady PERSISTED 1 KiB 10000/s response p50 us",
                        "kafka steady PERSISTED 1 KiB 10000/s response p99 of rounds us"),
                smaller.stream().map(entry -> entry.name() + " " + entry.unit()).toList());
        assertEquals(
                1,
                GithubBenchmarks.entries(
                                Campaigns.withAnInvalidCell(),
                                CampaignComparison.of(b, Campaigns.withAnInvalidCell(), ProvisioningRule.MAY_DIFFER),
                                true)
                        .size());
    }

    private static List<String> rows(String text) {
        return text.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    private static String summary(RunDocument a, RunDocument b) {
        return CampaignComparisonText.summary(CampaignComparison.of(a, b, ProvisioningRule.MUST_BE_EQUAL));
    }

    private static CampaignComparison compare(OtherCampaign a, OtherCampaign b) {
        return CampaignComparison.of(
                a.named("before").document(), b.named("after").document(), ProvisioningRule.MUST_BE_EQUAL);
    }
}
