package org.busmark.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH as a person starts it from an IDE: forks, no brief, its output in a file. */
final class JmhRun {
    static final long MEASURED_MS = 500;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Path log;
    private final ChainedOptionsBuilder options;

    JmhRun(Path folder, Class<?> benchmark) {
        log = folder.resolve("jmh.log");
        options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName() + "."))
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(MEASURED_MS))
                .timeout(TimeValue.seconds(60))
                .shouldFailOnError(true)
                .output(log.toString());
    }

    ChainedOptionsBuilder options() {
        return options;
    }

    RunResult run() throws RunnerException {
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            assertEquals(1, results.size());
            return results.iterator().next();
        } finally {
            System.setOut(out);
        }
    }

    /** What forks printed. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
