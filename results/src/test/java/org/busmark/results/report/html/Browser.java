package org.busmark.results.report.html;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, in a profile of its own. Nothing is fetched for it: it must be installed. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriverService service;
    private final ChromeDriver driver;

    private Browser(ChromeDriverService service, ChromeDriver driver) {
        this.service = service;
        this.driver = driver;
    }

    /** Where there is none the test is skipped, unless this is a CI: there it must run. */
    static Browser open(Path profile) {
        Optional<File> chromium =
                NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<File> driver = onPath("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String missing = "no chromium with chromedriver on the PATH: the report was opened in no browser";
            assertTrue(!"true".equals(System.getenv("CI")), missing);
            Assumptions.abort(missing);
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .build();
        return new Browser(service, new ChromeDriver(service, options(chromium.orElseThrow(), profile)));
    }

    private static ChromeOptions options(File chromium, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    /** Opens a page in a window of this width, for a reader who prefers this theme, and waits until it is drawn. */
    void open(String url, int width, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        driver.get(url);
        drawn();
    }

    /** Waits until what was changed is painted. */
    void drawn() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
    }

    Object run(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript("return " + script, arguments), script);
    }

    long number(String script) {
        return ((Number) run(script)).longValue();
    }

    String attribute(String selector, String name) {
        return Objects.requireNonNull(
                driver.findElement(By.cssSelector(selector)).getDomAttribute(name), name);
    }

    boolean isShown(String selector) {
        return driver.findElement(By.cssSelector(selector)).isDisplayed();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** As a reader does: an element that is covered by another cannot be clicked. */
    void click(String selector) {
        driver.executeScript(
                "document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})",
                selector);
        drawn();
        driver.findElement(By.cssSelector(selector)).click();
        drawn();
    }

    void type(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        drawn();
    }

    /** What a canvas shows, as a picture in text. */
    String picture(String canvas) {
        return (String) run("document.querySelector(arguments[0]).toDataURL()", canvas);
    }

    /** A PDF in Base64, as the browser prints it. */
    String print() {
        return (String)
                Objects.requireNonNull(driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true))
                        .get("data"));
    }

    /** What the page complained of since this was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        service.stop();
    }
}
