package org.busmark.results.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.busmark.results.report.VisibleText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page in a real browser: what a parser cannot see. */
final class HtmlReportBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static ServedPage page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        page = new ServedPage(HtmlReport.of(RichCampaign.in(folder, 3), folder).text());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (page != null) {
            page.close();
        }
    }

    @AfterEach
    void thePageComplainsOfNothingAndAsksForNothingElse() {
        assertEquals(List.of(), browser.complaints());
        assertEquals(Set.of("/"), Set.copyOf(page.requests()));
    }

    @ParameterizedTest
    @CsvSource({"1400, light", "1400, dark", "400, light", "400, dark"})
    void isDrawnWithinItsWidth(int width, String theme) {
        browser.open(page.url(), width, theme);

        assertEquals(width, browser.number("innerWidth"));
        assertTrue(
                browser.number("document.documentElement.scrollWidth") <= width,
                () -> "runs over: "
                        + browser.run("[...document.querySelectorAll('main *')].filter(e =>"
                                + " e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).map(e => e.outerHTML"
                                + ".slice(0, 120)).slice(0, 5).join('\\n')"));
        assertEquals(
                browser.number("document.querySelectorAll('[data-plot]').length"),
                browser.number("[...document.querySelectorAll('[data-plot]')].filter(plot =>"
                        + " plot.querySelector('canvas')).length"));
        assertEquals(theme, dark() ? "dark" : "light");
        assertFalse(isBlank("#load-1 canvas"));
    }

    @Test
    void aLegendSwitchesABusOffInEveryPictureAndOnAgain() {
        browser.open(page.url(), 1400, "light");
        String load = browser.picture("#load-1 canvas");
        String curve = browser.picture("#curve-1 canvas");

        browser.click("#load-1 [data-bus=c0]");
        assertEquals("false", browser.attribute("#load-1 [data-bus=c0]", "aria-pressed"));
        assertEquals("false", browser.attribute("#curve-1 [data-bus=c0]", "aria-pressed"));
        assertNotEquals(load, browser.picture("#load-1 canvas"));
        assertNotEquals(curve, browser.picture("#curve-1 canvas"));
        assertFalse(browser.isShown("#throughput-1 .strip.c0"));
        assertTrue(browser.isShown("#throughput-1 .strip.c1"));

        browser.click("#curve-1 [data-bus=c0]");
        assertEquals("true", browser.attribute("#load-1 [data-bus=c0]", "aria-pressed"));
        assertEquals(curve, browser.picture("#curve-1 canvas"));
        assertTrue(browser.isShown("#throughput-1 .strip.c0"));
    }

    @Test
    void aLegendSwitchesAFigureOfThisPictureOnly() {
        browser.open(page.url(), 1400, "light");
        String load = browser.picture("#load-1 canvas");
        String seconds = browser.picture("#seconds-1 canvas");

        browser.click("#load-1 [data-part=p99]");
        assertEquals("false", browser.attribute("#load-1 [data-part=p99]", "aria-pressed"));
        assertNotEquals(load, browser.picture("#load-1 canvas"));
        assertEquals("true", browser.attribute("#seconds-1 [data-part=p99]", "aria-pressed"));
        assertEquals(seconds, browser.picture("#seconds-1 canvas"));

        browser.click("#cost-1 [data-part=broker]");
        assertEquals("none", browser.run("document.querySelector('#cost-1 rect.broker').style.display"));
    }

    @Test
    void everyBusMayBeOff() {
        browser.open(page.url(), 1400, "light");
        long keys = browser.number("document.querySelectorAll('#load-1 [data-bus]').length");
        for (int i = 1; i <= keys; i++) {
            browser.click("#load-1 [data-bus]:nth-of-type(" + i + ")");
        }
        assertFalse(isBlank("#load-1 canvas"), "axes stay");
    }

    @Test
    void aTabShowsTheTable() {
        browser.open(page.url(), 1400, "light");
        assertTrue(browser.isShown("#curve-1-picture"));
        assertFalse(browser.isShown("#curve-1-table"));

        browser.click("#curve-1-tab-table");
        assertTrue(browser.isShown("#curve-1-table"));
        assertFalse(browser.isShown("#curve-1-picture"));
        assertEquals("true", browser.attribute("#curve-1-tab-table", "aria-selected"));
        assertTrue(browser.text("#curve-1-table tbody tr").startsWith("Apache Kafka"));

        browser.type(Keys.ARROW_LEFT);
        assertTrue(browser.isShown("#curve-1-picture"));
        assertEquals("curve-1-tab-picture", browser.run("document.activeElement.id"));
    }

    @Test
    void aSwitchTurnsLightIntoDark() {
        browser.open(page.url(), 1400, "light");
        String before = browser.picture("#load-1 canvas");

        browser.click("#theme");
        assertTrue(dark());
        assertNotEquals(before, browser.picture("#load-1 canvas"), "a canvas has the colours of its theme");
        browser.click("#theme");
        assertFalse(dark());
        assertEquals(before, browser.picture("#load-1 canvas"));
    }

    @Test
    void isPrintedLightAndWhole() {
        browser.open(page.url(), 1400, "dark");
        assertTrue(browser.print().length() > 50_000, "a PDF with pictures");
        browser.drawn();
        assertTrue(dark(), "dark again after paper");
        assertEquals(0, browser.number("document.querySelectorAll('details[open]').length"));
        assertTrue(browser.number("document.querySelector('#load-1 .plot').clientWidth") > 640);
        assertEquals(
                browser.number("document.querySelector('#load-1 .plot').clientWidth"),
                browser.number("document.querySelector('#load-1 canvas').clientWidth"));
    }

    @Test
    void hostileNamesRunNothing() {
        browser.open(page.url(), 1400, "light");

        assertEquals(0, browser.number("document.images.length"));
        assertEquals(
                VisibleText.of(RichCampaign.HOSTILE) + " DEGRADED",
                browser.run("document.querySelector('#curve-4 .key').textContent"));
    }

    private static boolean dark() {
        return browser.number("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])") < 128;
    }

    private static boolean isBlank(String canvas) {
        return (boolean) browser.run(
                "(canvas => !canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(v => v))"
                        + "(document.querySelector(arguments[0]))",
                canvas);
    }
}
