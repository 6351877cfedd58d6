package org.busmark.bench.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.busmark.bench.fork.ForkBrief;
import org.busmark.bench.jmh.BusState;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a {@link SharedJvm} does: makes runs, one after the other, until one fails or nobody asks any more. */
final class RunsOnCall {
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private RunsOnCall() {}

    /** @param args the {@link CallFolder} */
    public static void main(String[] args) {
        CallFolder calls = new CallFolder(Path.of(args[0]));
        int status = 1;
        try {
            boolean going = true;
            while (going && !calls.isGone()) {
                if (calls.isAsked()) {
                    CallFolder.Answer answer = run(calls.take());
                    calls.answer(answer);
                    going = answer.failure() == null;
                } else {
                    LockSupport.parkNanos(STEP_NS);
                }
            }
            status = going ? 0 : 1;
        } catch (IOException | RuntimeException | Error e) {
            // Into the log: the exit below comes before what Java prints of an exception that nobody catches.
            System.err.println("busmark: " + e);
        } finally {
            // A client whose run failed may have left threads behind, which would keep the host waiting.
            System.exit(status);
        }
    }

    private static CallFolder.Answer run(RunJvm.Call call) {
        // What a client prints is in one file for all runs of the campaign.
        System.err.println("--- " + call.options().getOutput().orElse(call.brief()));
        // What earlier runs left is not to be collected while this one is measured.
        System.gc();
        System.setProperty(ForkBrief.PROPERTY, call.brief());
        System.setProperty(BusState.SETTLING_PROPERTY, String.valueOf(call.settling()));
        try {
            var here = new OptionsBuilder().parent(call.options()).forks(0).build();
            return CallFolder.Answer.of(new Runner(here).run());
        } catch (RunnerException | RuntimeException | Error e) {
            return CallFolder.Answer.failed(e.toString());
        }
    }
}
