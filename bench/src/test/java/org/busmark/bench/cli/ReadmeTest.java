package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of commands and files is what they are. */
final class ReadmeTest {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");
    private static final Pattern WORKLOAD = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Set<String> OF_EVERY_COMMAND = Set.of("--help", "--debug");

    @TempDir
    Path folder;

    @Test
    void itsTableOfOptionsIsWholeAndHasNoOther() throws IOException {
        String table = between("### Options of `run`", "Standard output is data");
        CommandRun run = new CommandRun(folder);
        run.of("run", "--help");
        Set<String> described = matches(OPTION, between(run.out(), "Run a suite", ""), OF_EVERY_COMMAND::contains);
        assertEquals(described, matches(OPTION, table, OF_EVERY_COMMAND::contains));
    }

    @Test
    void itsTableOfComparesOptionsIsWholeAndHasNoOther() throws IOException {
        String table = between("### Options of `compare`", "### Exit status");
        CommandRun run = new CommandRun(folder);
        run.of("compare", "--help");
        Set<String> described = matches(OPTION, between(run.out(), "Compare two runs", ""), OF_EVERY_COMMAND::contains);
        assertEquals(described, matches(OPTION, table, OF_EVERY_COMMAND::contains));
        assertFalse(described.isEmpty());
    }

    @Test
    void itsCommandsAreAccepted() throws IOException {
        List<String> planned = readme().lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./busmark run ") && !line.contains("FILE") && !line.contains("=kafka"))
                .map(line -> line.replaceFirst("#.*", "")
                        .replaceFirst("\\./busmark ", "")
                        .strip())
                .toList();
        assertFalse(planned.isEmpty());
        for (String command : planned) {
            CommandRun run = new CommandRun(folder);
            assertEquals(0, run.of(words(command.replace(" --plan", "") + " --plan")), () -> command + run.err());
        }
    }

    @Test
    void itsWorkloadFileCanBeRunAndShowsEveryKey() throws IOException {
        String yaml = groups(WORKLOAD, readme()).findFirst().orElseThrow();
        Path file = Files.writeString(folder.resolve("orders.yaml"), yaml);
        CommandRun run = new CommandRun(folder);
        assertEquals(0, run.of("run", "--bus", "kafka,rabbitmq", "--workload", file.toString(), "--plan"), run::err);
        Path unknown = Files.writeString(folder.resolve("unknown.yaml"), "nonsense: 1\n");
        run.of("run", "--workload", unknown.toString());
        String allowed = run.err().replaceFirst("(?s).*allowed: ", "").strip();
        for (String key : words(allowed.replace(",", ""))) {
            assertTrue(yaml.contains(key + ":"), () -> "the README's workload file does not show " + key);
        }
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(CheckoutFiles.file("README.md")));
        try (Stream<Path> files = Files.walk(CheckoutFiles.file("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        assertTrue(pages.size() > 3, pages::toString);
        assertEquals(List.of(), pages.stream().flatMap(ReadmeTest::brokenLinks).toList());
    }

    private static Stream<String> brokenLinks(Path page) {
        try {
            return groups(LINK, Files.readString(page))
                    .filter(link -> !link.contains("://"))
                    .filter(link -> !Files.exists(page.resolveSibling(link)))
                    .map(link -> page + ": " + link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme() throws IOException {
        return Files.readString(CheckoutFiles.file("README.md"));
    }

    private static String between(String from, String to) throws IOException {
        return between(readme(), from, to);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        int end = to.isEmpty() ? text.length() : text.indexOf(to, start);
        assertTrue(start >= 0 && end >= 0, () -> "no '" + from + "' ... '" + to + "' in " + text);
        return text.substring(start, end);
    }

    private static Set<String> matches(Pattern pattern, String text, Predicate<String> left) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(MatchResult::group).forEach(found::add);
        found.removeIf(left);
        return found;
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
