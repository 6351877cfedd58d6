package org.busmark.bench.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH's annotation processor listed, with the names of their parameters. */
final class KnownBenchmarks {
    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), VerboseMode.SILENT);

    private final BenchmarkList list;

    private KnownBenchmarks(BenchmarkList list) {
        this.list = list;
    }

    static KnownBenchmarks ofClassPath() {
        return new KnownBenchmarks(BenchmarkList.defaultList());
    }

    /** In the form that JMH's own list has. */
    static KnownBenchmarks ofText(String lines) {
        return new KnownBenchmarks(BenchmarkList.fromString(lines));
    }

    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        find(List.of(), List.of()).forEach(entry -> names.add(entry.getUsername()));
        return names;
    }

    /** JMH takes an unknown parameter silently and measures something else than was asked for. */
    void refuseUnknownParameters(List<String> words) {
        SortedSet<String> allowed = new TreeSet<>();
        find(List.of(), List.of()).forEach(entry -> allowed.addAll(parameters(entry)));
        for (String name : parameterNames(words)) {
            if (!allowed.contains(name)) {
                throw CommandFailure.usage(
                        "jmh: -p names unknown parameter '" + name + "'; allowed: " + String.join(", ", allowed));
            }
        }
    }

    /** Whether one of those selected runs on a bus, so that a broker may be needed. */
    boolean anyOnABus(List<String> includes, List<String> excludes) {
        return find(includes, excludes).stream()
                .anyMatch(entry -> parameters(entry).contains("bus"));
    }

    private SortedSet<BenchmarkListEntry> find(List<String> includes, List<String> excludes) {
        return list.find(SILENT, includes, excludes);
    }

    private static Collection<String> parameters(BenchmarkListEntry entry) {
        return entry.getParams().hasValue()
                ? entry.getParams().get().keySet()
                : Map.<String, String[]>of().keySet();
    }

    /** {@code -p name=value}, {@code -pname=value} and {@code --p=name=value} are all the same to JMH's parser. */
    private static List<String> parameterNames(List<String> words) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-p") || word.equals("--p")) {
                i++;
                if (i < words.size()) {
                    names.add(nameOf(words.get(i)));
                }
            } else if (word.startsWith("--p=")) {
                names.add(nameOf(word.substring("--p=".length())));
            } else if (word.startsWith("-p") && !word.startsWith("-prof") && !word.startsWith("--")) {
                names.add(nameOf(word.substring("-p".length()).replaceFirst("^=", "")));
            }
        }
        return names;
    }

    private static String nameOf(String assignment) {
        int equals = assignment.indexOf('=');
        return equals < 0 ? assignment : assignment.substring(0, equals);
    }
}
