package org.busmark.bench.campaign;

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

    private static String[] jvmOptions(Call call) {
        List<String> own = List.of(
                "-D" + ForkBrief.PROPERTY + "=" + call.brief(),
                "-D" + BusState.SETTLING_PROPERTY + "=" + call.settling());
        return Stream.concat(ForkLauncher.JVM_OPTIONS.stream(), own.stream()).toArray(String[]::new);
    }

    /** Its JVM is gone. */
    @Override
    public void failed() {}
}
