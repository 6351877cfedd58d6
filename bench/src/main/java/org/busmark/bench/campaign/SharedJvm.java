package org.busmark.bench.campaign;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerProcess;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.JavaProgram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.CompilerHints;

/**
 * One JVM for run after run, so that only the first of them waits for classes and compilers. It begins with the first
 * run, and again with the first after one that failed.
 */
final class SharedJvm implements RunJvm, AutoCloseable {
    private final BrokerSession session;
    private final Path log;
    private @Nullable BrokerProcess process;
    private @Nullable CallFolder calls;

    /** @param log where it prints what belongs to no run */
    SharedJvm(BrokerSession session, Path log) {
        this.session = session;
        this.log = log;
    }

    @Override
    public Collection<RunResult> run(Call call) throws FailedForkException, IOException {
        BrokerProcess jvm = started();
        CallFolder asked = Objects.requireNonNull(calls);
        asked.ask(call);
        try {
            jvm.awaitReady(call.limit(), asked::isAnswered);
        } catch (BrokerException e) {
            if (jvm.handle().isAlive()) {
                throw FailedForkException.overdue(call.limit());
            }
            // One that ended because the run failed has said why.
            if (!asked.isAnswered()) {
                throw FailedForkException.ended(String.valueOf(e.getMessage()));
            }
        }
        return asked.results();
    }

    private BrokerProcess started() throws IOException, FailedForkException {
        BrokerProcess running = process;
        if (running != null && running.handle().isAlive()) {
            return running;
        }
        // One that died between two runs, for want of memory perhaps, has failed none of them.
        close();
        Path folder = session.folder("calls");
        try {
            BrokerProcess begun = session.start(
                    "JVM of several runs",
                    command(folder),
                    Map.of(),
                    Path.of("").toAbsolutePath(),
                    log);
            process = begun;
            calls = new CallFolder(folder);
            return begun;
        } catch (BrokerException e) {
            throw FailedForkException.ended(String.valueOf(e.getMessage()));
        }
    }

    /** As JMH starts its forks: with the options of this JVM, then its own, and what JMH tells the compilers. */
    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(JavaProgram.ofThisProcess());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(ForkLauncher.JVM_OPTIONS);
        CompilerHints.addCompilerHints(command);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RunsOnCall.class.getName()));
        command.add(folder.toString());
        return command;
    }

    @Override
    public void failed() {
        close();
    }

    /** Ends it, at once: between two runs it has nothing to finish. */
    @Override
    public void close() {
        BrokerProcess running = process;
        process = null;
        calls = null;
        if (running != null) {
            running.close();
        }
    }
}
