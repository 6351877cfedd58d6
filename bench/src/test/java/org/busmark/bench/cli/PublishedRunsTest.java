package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.busmark.bench.campaign.ExitStatus;
import org.busmark.ledger.Verdict;
import org.busmark.results.picture.Pictures;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.LedgerRecord;
import org.busmark.results.record.RunDocument;
import org.busmark.results.record.RunDocumentFile;
import org.busmark.results.record.SeriesRecord;
import org.busmark.results.report.CsvTable;
import org.busmark.results.report.MarkdownReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on validity prints and shows is what the published runs hold. */
final class PublishedRunsTest {
    private static final Pattern QUOTED = Pattern.compile("<!-- run:([a-z-]+) -->\n```\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("^ {4}(\\./busmark run .*)$", Pattern.MULTILINE);
    private static final Pattern PICTURE = Pattern.compile(
            "^\\| \\[([a-z-]+\\.png)]\\(.*?\\) \\| `([a-z-]+)` \\| `([a-z-]+\\.png)` \\|$", Pattern.MULTILINE);
    private static final Pattern CLAIMS =
            Pattern.compile("<!-- claims:begin -->\n(.*?)<!-- claims:end -->", Pattern.DOTALL);
    private static final String REFERENCE = "standard";
    private static final long LARGEST_PICTURE = 100 * 1024;

    @TempDir
    Path folder;

    @Test
    void everyPublishedRunIsQuotedAndEveryQuotedRunIsPublished() throws IOException {
        try (Stream<Path> runs = Files.list(CheckoutFiles.file("results/published"))) {
            Set<String> published = runs.filter(Files::isDirectory)
                    .map(run -> run.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> shown = new TreeSet<>(quoted().keySet());
            shown.add(REFERENCE);
            assertEquals(published, shown);
        }
    }

    @Test
    void figuresAreThoseOfTheRun() throws IOException {
        for (Map.Entry<String, String> quote : quoted().entrySet()) {
            RunDocument document = document(quote.getKey());
            List<Map<String, String>> rows = rows(quote.getValue());
            assertEquals(document.cells().size(), rows.size(), quote::getKey);
            for (Map<String, String> row : rows) {
                CellRecord cell = document.cells().stream()
                        .filter(one -> one.workload().equals(row.getOrDefault("workload", "")))
                        .findFirst()
                        .orElseThrow();
                assertFigures(cell, row);
            }
        }
    }

    private static void assertFigures(CellRecord cell, Map<String, String> row) {
        LedgerRecord ledger = cell.ledger();
        assertTrue(ledger != null);
        assertEquals(cell.verdict().name(), row.getOrDefault("verdict", "").replaceFirst(" .*", ""));
        assertEquals(cell.guarantee().name(), row.getOrDefault("guarantee", ""));
        assertEquals(ledger.ok(), Long.parseLong(row.getOrDefault("ok", "").replace(",", "")));
        assertEquals(ledger.lost(), Long.parseLong(row.getOrDefault("lost", "").replace(",", "")));
        SeriesRecord figure = cell.response() != null ? cell.response() : cell.service();
        if (cell.verdict() == Verdict.INVALID) {
            assertEquals(List.of("-", "-"), List.of(row.getOrDefault("p50", ""), row.getOrDefault("p99", "")));
        } else {
            assertTime(figure == null ? null : figure.p50Us(), row.getOrDefault("p50", ""));
            assertTime(figure == null ? null : figure.p99Us(), row.getOrDefault("p99", ""));
        }
    }

    private static void assertTime(@Nullable Double us, String printed) {
        String[] words = printed.split(" ", -1);
        double unitUs = switch (words[1]) {
            case "us" -> 1;
            case "ms" -> 1e3;
            default -> 1e6;
        };
        assertTrue(us != null, printed);
        assertEquals(us, Double.parseDouble(words[0]) * unitUs, us * 0.006, printed);
    }

    @Test
    void theReadmesClaimsAreJudgedByTheReferenceRun() throws IOException {
        CommandRun run = new CommandRun(folder);
        Path reference = CheckoutFiles.file("results/published/" + REFERENCE);
        assertEquals(ExitStatus.OK, run.of("claims", reference.toString()), run::err);
        MatchResult shown = CLAIMS.matcher(Files.readString(CheckoutFiles.file("README.md")))
                .results()
                .findFirst()
                .orElseThrow();
        assertEquals(run.out().substring(0, run.out().indexOf("\n\n") + 1), shown.group(1));
    }

    @Test
    void reportsAreWhatTheRunsStillGive() throws IOException {
        try (Stream<Path> files = Files.walk(CheckoutFiles.file("results/published"))) {
            for (Path file : files.filter(path -> path.endsWith("report.md")).toList()) {
                RunDocument document = RunDocumentFile.read(file.resolveSibling(RunDocumentFile.NAME));
                assertEquals(MarkdownReport.of(document), Files.readString(file), file::toString);
                assertEquals(
                        CsvTable.of(document), Files.readString(file.resolveSibling("report.csv")), file::toString);
            }
        }
    }

    @Test
    void reasonsAreThoseOfTheRun() throws IOException {
        for (Map.Entry<String, String> quote : quoted().entrySet()) {
            for (CellRecord cell : document(quote.getKey()).cells()) {
                assertTrue(
                        quote.getValue().contains(String.join("; ", cell.reasons())),
                        () -> cell.reasons().toString());
            }
        }
    }

    @Test
    void theCommandAboveIsTheOneThatMadeIt() throws IOException {
        String page = page();
        for (String run : quoted().keySet()) {
            String before = page.substring(0, page.indexOf("<!-- run:" + run));
            List<String> commands = COMMAND.matcher(before)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            String shown = commands.get(commands.size() - 1);
            List<String> made = new ArrayList<>(document(run).harness().command());
            for (String word : shown.split(" ", -1)) {
                assertTrue(made.remove(word), () -> word + " of '" + shown + "' is not in " + made);
            }
            assertTrue(made.stream().noneMatch(word -> word.endsWith(".yaml")), made::toString);
        }
    }

    @Test
    void picturesAreDrawnFromTheRunTheyAreSaidToBeOf() throws IOException {
        String list = Files.readString(CheckoutFiles.file("docs/pictures/README.md"));
        List<MatchResult> pictures = PICTURE.matcher(list).results().toList();
        try (Stream<Path> files = Files.list(CheckoutFiles.file("docs/pictures"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".png"))
                            .collect(Collectors.toSet()),
                    pictures.stream().map(match -> match.group(1)).collect(Collectors.toSet()));
        }
        for (MatchResult picture : pictures) {
            Path run = CheckoutFiles.file("results/published/" + picture.group(2));
            Pictures.Album album = Pictures.write(run, document(picture.group(2)), folder.resolve(picture.group(2)));
            assertEquals(List.of(), album.leftOut());
            Path drawn = folder.resolve(picture.group(2)).resolve(picture.group(3));
            assertTrue(album.pictures().contains(drawn), () -> drawn + " is not in " + album);
            assertSameShape(drawn, CheckoutFiles.file("docs/pictures/" + picture.group(1)));
        }
    }

    /** Letters may differ from machine to machine, size and colours not. */
    private static void assertSameShape(Path drawn, Path committed) throws IOException {
        assertTrue(Files.size(committed) < LARGEST_PICTURE, committed::toString);
        BufferedImage expected = ImageIO.read(drawn.toFile());
        BufferedImage image = ImageIO.read(committed.toFile());
        assertEquals(expected.getWidth(), image.getWidth(), committed::toString);
        assertEquals(expected.getHeight(), image.getHeight(), committed::toString);
        assertEquals(strong(expected), strong(image), committed::toString);
    }

    /** Colours that cover much: those of curves and of paper. */
    private static Set<Integer> strong(BufferedImage image) {
        Map<Integer, Long> counted = Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .boxed()
                .collect(Collectors.groupingBy(pixel -> pixel, Collectors.counting()));
        return counted.entrySet().stream()
                .filter(entry -> entry.getValue() > 600 && isColour(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Not a grey, in which letters and their edges are drawn. */
    private static boolean isColour(int pixel) {
        int red = pixel >> 16 & 0xFF;
        int green = pixel >> 8 & 0xFF;
        int blue = pixel & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 60;
    }

    @Test
    void noPathOfTheMachineIsPublished() throws IOException {
        try (Stream<Path> files = Files.walk(CheckoutFiles.file("results/published"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertFalse(Pattern.compile("\"/[a-z]+/").matcher(text).find(), file::toString);
            }
        }
    }

    private static RunDocument document(String run) throws IOException {
        return RunDocumentFile.read(CheckoutFiles.file("results/published/" + run + "/" + RunDocumentFile.NAME));
    }

    private static Map<String, String> quoted() throws IOException {
        Map<String, String> quoted = new LinkedHashMap<>();
        QUOTED.matcher(page()).results().forEach(match -> quoted.put(match.group(1), match.group(2)));
        assertFalse(quoted.isEmpty());
        return quoted;
    }

    private static List<Map<String, String>> rows(String text) {
        List<String[]> lines = text.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(2, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 1; column < line.length - 1; column++) {
                row.put(lines.get(0)[column].strip(), line[column].strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private static String page() throws IOException {
        return Files.readString(CheckoutFiles.file("docs/validity.md"));
    }
}
