package org.busmark.results.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.busmark.results.MadeUp;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.report.VisibleText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a campaign that has something for every section, taken apart by a parser. */
final class HtmlReportTest {
    private static final int LARGEST_BYTES = 600_000;

    @TempDir
    private static Path folder;

    private static RunDocument campaign;
    private static String text;
    private static Document page;

    @BeforeAll
    static void make() throws IOException {
        campaign = RichCampaign.in(folder, 3);
        HtmlReport report = HtmlReport.of(campaign, folder);
        assertEquals(List.of(), report.problems());
        text = report.text();
        page = Jsoup.parse(text);
    }

    @Test
    void verdictAndAnswerComeFirst() {
        Element answer = page.expectFirst("main > section");

        assertEquals("answer", answer.id());
        assertEquals("INVALID", answer.expectFirst(".verdict-word").text());
        assertEquals(
                List.of("35 VALID", "4 DEGRADED", "1 INVALID"),
                answer.select(".counts li").eachText());
        assertTrue(
                answer.text()
                        .matches(".*At PERSISTED, 100 B, closed loop \\(stream-100\\): Apache Kafka moves 1[5-6]x"
                                + " \\[1\\d, 1\\d] what RabbitMQ does: throughput \\d+k against [0-9.]+k msg/s[.].*"),
                answer.text());
        assertTrue(
                answer.text()
                        .contains(
                                "Apache Kafka sustains 61.0k msg/s, 3.1x what RabbitMQ does (19.7k); one search each"),
                answer.text());
        assertTrue(answer.text().contains("Up to 90 % of that RabbitMQ answers in"), answer.text());
    }

    @Test
    void sectionsStandInTheOrderInWhichTheyAreAskedFor() {
        List<String> all = List.of(
                "answer",
                "load",
                "percentiles",
                "throughput",
                "cost",
                "seconds",
                "ledger",
                "series",
                "reasons",
                "workloads",
                "settings",
                "walkthrough",
                "claims",
                "not-offered",
                "not-measured",
                "environment",
                "threats",
                "repeat",
                "words");

        assertEquals(all, page.select("main > section").eachAttr("id"));
        assertEquals(
                all.subList(1, all.size()).stream().map(id -> "#" + id).toList(),
                page.select("nav a").eachAttr("href"));
    }

    @Test
    void whatIsNotThereHasNoSection() {
        Document empty = Jsoup.parse(
                HtmlReport.of(MadeUp.document(List.of(), List.of()), folder).text());

        assertEquals(
                List.of(
                        "answer",
                        "settings",
                        "not-offered",
                        "not-measured",
                        "environment",
                        "threats",
                        "repeat",
                        "words"),
                empty.select("main > section").eachAttr("id"));
        assertTrue(empty.expectFirst("#answer").text().startsWith("Nothing was measured."));
    }

    @Test
    void everyFigureHasATableBesideIt() {
        Elements figures = page.select("figure");

        assertEquals(
                List.of("load-1", "curve-1", "curve-2", "curve-3", "curve-4", "throughput-1", "cost-1"),
                figures.eachAttr("id").subList(0, 7));
        for (Element figure : figures) {
            String id = figure.id();
            assertEquals(
                    List.of(id + "-picture", id + "-table"),
                    figure.select("[role=tab]").eachAttr("aria-controls"));
            assertFalse(figure.select("#" + id + "-table tbody tr").isEmpty(), id);
            assertFalse(figure.select("#" + id + "-picture").isEmpty(), id);
        }
    }

    @Test
    void everyNumberOfATableHasItsVerdictAndItsSamplesBesideIt() {
        Element row = page.expectFirst("#curve-1-table tbody tr");

        assertEquals("Apache Kafka", row.expectFirst("th[scope=row]").text());
        assertEquals("VALID", row.expectFirst(".verdict").text());
        assertEquals("48,000", Objects.requireNonNull(row.select("td").last()).text());
        // The median of the rounds, the smallest and the largest, under the figure of all.
        assertTrue(row.expectFirst(".beneath").text().matches("[0-9.]+ ms \\([0-9.]+\\.\\.[0-9.]+\\)"), row.text());
        Element strip = page.expectFirst("#throughput-1 .strip");
        assertTrue(strip.text().matches("Apache Kafka [0-9.]+k \\[[0-9.]+, [0-9.]+\\] ?3 runs, VALID"), strip.text());
    }

    @Test
    void anInvalidCellHasNoNumberAndNoLine() {
        Element curve = page.expectFirst("#curve-2");
        Element row = curve.select("tbody tr").get(1);

        assertEquals("RabbitMQ", row.expectFirst("th").text());
        assertTrue(row.expectFirst(".verdict").hasClass("invalid"));
        assertEquals(Set.of("-"), new HashSet<>(row.select("td.number").eachText()));
        assertTrue(curve.text().contains("RabbitMQ is left out of the picture: its cell is INVALID."), curve.text());
        assertEquals(1, PageData.of(page).lines("curve-2"));
        assertEquals(
                "no number",
                page.select("#cost-1 .group").stream()
                        .filter(group -> group.text().contains("PERSISTED, 100 B, open loop"))
                        .findFirst()
                        .orElseThrow()
                        .select(".strip")
                        .get(1)
                        .expectFirst("b")
                        .text());
    }

    @Test
    void aPictureSaysWhichOfItsBusesAreDoubtful() {
        assertEquals(
                List.of("Apache Kafka", "RabbitMQ DEGRADED", "ZeroMQ (JeroMQ)", "Loopback (bound)"),
                page.select("#curve-1 .keys button").eachText());
        assertEquals(
                List.of("Apache Kafka", "RabbitMQ INVALID"),
                page.select("#curve-2 .keys button").eachText());
    }

    @Test
    void whatAllRowsShareIsInTheTitleAndNotInTheTable() {
        assertEquals(
                List.of("bus", "verdict", "p50", "p90", "p99", "p99.9", "p99.99", "max", "samples"),
                page.select("#curve-1-table th[scope=col]").eachText());
        assertEquals(
                List.of("bus", "rate", "verdict", "of capacity"),
                page.select("#load-1-table th[scope=col]").eachText().subList(0, 4));
    }

    @Test
    void roundsAreDrawnAsWhiskers() {
        // p50, p90, p99, p99.9 of each of four buses; a round has too few samples for p99.99.
        assertEquals(16, PageData.of(page).whiskers("curve-1"));
        // p50, p99, p99.9 of two buses at eight rates.
        assertEquals(48, PageData.of(page).whiskers("load-1"));
    }

    @Test
    void aLimitIsNotShownByTheSecond() {
        assertTrue(page.expectFirst("#curve-1").text().contains("Loopback"));
        assertFalse(page.expectFirst("#seconds-1").text().contains("Loopback"));
        assertEquals(9, PageData.of(page).lines("seconds-1"));
    }

    @Test
    void verdictsLeadToTheirReasons() {
        Elements links = page.select(".verdict a");

        assertFalse(links.isEmpty());
        for (Element link : links) {
            String target = link.attr("href").substring(1);
            Element reason = Objects.requireNonNull(page.getElementById(target), target);
            assertEquals("li", reason.tagName());
            assertTrue(reason.text().startsWith("(" + link.text() + ") "), reason::text);
        }
    }

    @Test
    void theMainPictureHasCapacitiesObjectiveAndDoubtfulPoints() {
        PageData data = PageData.of(page);

        assertEquals(6, data.lines("load-1"));
        assertEquals(List.of(61_000.0, 19_700.0), data.down("load-1"));
        assertEquals(List.of(50_000.0), data.across("load-1"));
        assertEquals(List.of(64_050.0), data.doubtful("load-1", 0));
        assertEquals(16, page.select("#load-1-table tbody tr").size());
    }

    @Test
    void aCurveEndsWhereFewerThanTenSamplesLieAbove() {
        // 3 rounds of 4 seconds with 4,000 samples: up to p99.979.
        List<Double> beyond = PageData.of(page).column("curve-1", 0);
        double last = beyond.get(beyond.size() - 1);

        assertTrue(last <= 4_800 && last * Math.pow(10, 1.0 / 16) > 4_800, () -> "ends at " + last);
        assertTrue(beyond.size() < 100, beyond::toString);
    }

    @Test
    void secondsOfRoundsStandOneAfterTheOther() {
        // Three rounds of four seconds, and an empty place between two rounds.
        List<Double> p50 = PageData.of(page).column("seconds-1", 1);

        assertEquals(14, p50.size());
        assertEquals(
                List.of(4, 9),
                java.util.stream.IntStream.range(0, 14)
                        .boxed()
                        .filter(i -> p50.get(i) == null)
                        .toList());
        assertEquals(12, page.select("#seconds-1-table tbody tr").size());
    }

    @Test
    void allowsItselfItsOwnScriptsAndStyleAndNothingElse() {
        String policy =
                page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        String scripts = String.join(
                " ",
                page.select("script:not([type])").stream()
                        .map(script -> hash(script.data()))
                        .toList());

        assertEquals(2, page.select("script:not([type])").size());
        assertEquals(
                "default-src 'none'; script-src " + scripts + "; style-src "
                        + hash(page.expectFirst("style").data())
                        + "; img-src data:; base-uri 'none'; form-action 'none'",
                policy);
        assertTrue(
                page.expectFirst("head").children().indexOf(page.expectFirst("meta[http-equiv]")) < 2, "comes first");
    }

    @Test
    void namesNothingOutsideItself() {
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                assertFalse(name.startsWith("on") || name.equals("style") || name.equals("src"), element::outerHtml);
                assertTrue(
                        !name.equals("href")
                                || attribute.getValue().startsWith("#")
                                || attribute.getValue().equals("data:,"),
                        element::outerHtml);
            }
        }
        String style = page.expectFirst("style").data();
        assertFalse(style.contains("url(") || style.contains("@import"), style);
        assertTrue(page.select("link[rel!=icon], iframe, object, embed, base, form")
                .isEmpty());
    }

    @Test
    void hostileNamesAreShownAsText() {
        String visible = VisibleText.of(RichCampaign.HOSTILE);

        assertTrue(page.select("img").isEmpty());
        assertEquals(3, page.select("script").size());
        assertNotEquals(RichCampaign.HOSTILE, visible);
        for (String where : List.of(
                "#answer",
                "#load",
                "#curve-4",
                "#cost-1",
                "#ledger",
                "#reasons",
                "#settings",
                "#walkthrough",
                "#claims",
                "#not-offered",
                "#environment")) {
            String shown = page.expectFirst(where).wholeText();
            assertTrue(shown.contains(visible), () -> where + " does not show it: " + shown);
        }
        assertTrue(PageData.of(page).names().contains(visible));
        assertTrue(page.expectFirst("#repeat").text().contains("'</script><img src=x onerror=alert(1)>"));
        assertFalse(text.contains("\u2028") || text.contains("\u202e"));
    }

    @Test
    void canBeUsedWithoutEyesAndWithoutAMouse() {
        Set<String> ids = new HashSet<>();
        for (Element element : page.select("[id]")) {
            assertTrue(ids.add(element.id()), element.id());
        }
        for (String kind : List.of("aria-controls", "aria-labelledby")) {
            page.select("[" + kind + "]").eachAttr(kind).forEach(id -> assertTrue(ids.contains(id), id));
        }
        assertTrue(page.select("button:not([type=button])").isEmpty());
        assertTrue(page.select(".key:not([aria-pressed])").isEmpty());
        assertTrue(page.select("thead th:not([scope=col]), tbody th:not([scope=row])")
                .isEmpty());
        assertTrue(page.select(".scroll:not([tabindex=0])").isEmpty());
        assertTrue(page.select("[role=img]:not([aria-label])").isEmpty());
        assertEquals("en", page.expectFirst("html").attr("lang"));
        assertEquals(1, page.select("h1").size());
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws IOException {
        assertEquals(text, HtmlReport.of(campaign, folder).text());
        Path file = folder.resolve(RunDocumentFile.NAME);
        RunDocumentFile.write(file, campaign);
        assertEquals(text, HtmlReport.of(RunDocumentFile.read(file), folder).text());
    }

    @Test
    void isSmallEnoughToBeSent() {
        assertTrue(text.getBytes(StandardCharsets.UTF_8).length < LARGEST_BYTES, () -> text.length() + " characters");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
