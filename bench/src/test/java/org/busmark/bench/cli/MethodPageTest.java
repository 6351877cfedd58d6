package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.busmark.bench.files.ScriptFile;
import org.busmark.latency.SeriesName;
import org.busmark.verdict.Limits;
import org.busmark.verdict.Reason;
import org.junit.jupiter.api.Test;

/** What the page on the method says of limits, reasons and series is what the code says. */
final class MethodPageTest {
    private static final Pattern LIMIT = Pattern.compile(
            "^\\| `([A-Z0-9_]+)` \\| ([0-9.]+)( %| us| times| messages| intervals) \\|", Pattern.MULTILINE);

    @Test
    void itsTableOfLimitsIsThatOfTheCode() throws IOException, IllegalAccessException {
        Map<String, Double> limits = new TreeMap<>();
        for (Field field : Limits.class.getFields()) {
            assertTrue(Modifier.isStatic(field.getModifiers()), field::toString);
            limits.put(field.getName(), ((Number) field.get(null)).doubleValue());
        }
        Map<String, Double> described = new TreeMap<>();
        LIMIT.matcher(page()).results().forEach(row -> described.put(row.group(1), value(row)));

        assertEquals(limits.keySet(), described.keySet());
        limits.forEach(
                (name, limit) -> assertEquals(limit, Objects.requireNonNull(described.get(name), name), 1e-9, name));
    }

    @Test
    void unitsAreThoseOfTheNames() throws IOException {
        List<MatchResult> rows = LIMIT.matcher(page()).results().toList();
        for (MatchResult row : rows) {
            assertEquals(row.group(1).endsWith("_US"), row.group(3).equals(" us"), row.group());
        }
    }

    @Test
    void everyReasonIsThereInItsOwnWords() throws IOException {
        String page = page();
        List<String> missing = Arrays.stream(Reason.values())
                .map(Reason::words)
                .filter(words -> !page.contains("| `" + words + "` |"))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everySeriesIsThere() throws IOException {
        String page = page();
        for (SeriesName series : SeriesName.values()) {
            String words = series.key().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            assertTrue(page.contains("\n| " + words + " |"), words);
        }
    }

    @Test
    void theScriptsThatItNamesExist() throws IOException {
        String page = page();
        for (String name : List.of(
                "clean",
                "uniform",
                "exponential",
                "lognormal",
                "mixture",
                "quantiles",
                "acknowledgements",
                "loss",
                "corruption",
                "rejection",
                "lost-acks",
                "slow-consumer",
                "ceiling",
                "stall")) {
            assertTrue(page.contains(name), name);
            assertTrue(!ScriptFile.builtIn(name).isEmpty(), name);
        }
    }

    private static double value(MatchResult row) {
        double number = Double.parseDouble(row.group(2));
        return row.group(3).equals(" %") ? number / 100 : number;
    }

    private static String page() throws IOException {
        return Files.readString(CheckoutFiles.file("docs/method.md"));
    }
}
