package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.busmark.bench.fork.ForkBrief;
import org.busmark.bench.jmh.BusState;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** A fork of JMH's for each run. */
final class OwnJvm implements RunJvm {
    private final ClassArchive classes;

    /** @param archives for what the forks of one bus share */
    OwnJvm(Path archives) {
        this.classes = new ClassArchive(archives);
    }

    @Override
    public Collection<RunResult> run(Call call) throws FailedForkException {
        var options = new OptionsBuilder().parent(call.options()).forks(1).jvmArgsAppend(jvmOptions(call));
        ForkDeadline deadline = ForkDeadline.after(call.limit());
        try (deadline) {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw deadline.expired()
                    ? FailedForkException.overdue(call.limit())
                    : FailedForkException.ended(String.valueOf(e.getMessage()));
        }
    }

    private String[] jvmOptions(Call call) {
        Stream<String> shared = classes.jvmOptions(call.bus()).stream();
        List<String> own = List.of(
                "-D" + ForkBrief.PROPERTY + "=" + call.brief(),
                "-D" + BusState.SETTLING_PROPERTY + "=" + call.settling());
        return Stream.of(ForkLauncher.JVM_OPTIONS.stream(), shared, own.stream())
                .flatMap(options -> options)
                .toArray(String[]::new);
    }

    @Override
    public void failed(String bus) throws IOException {
        classes.drop(bus);
    }
}
