package org.busmark.bench.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.busmark.broker.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class AwakeProcessorsTest {
    private static final String SCHED_IDLE = "5";

    private final Set<ProcessHandle> before = children();

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private Set<ProcessHandle> began() {
        Set<ProcessHandle> began = children();
        began.removeAll(before);
        return began;
    }

    private static String policy(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[38];
    }

    @Test
    void spinsWhereNobodyElseWantsToRunUntilItIsClosed() throws IOException {
        ProgramPath programs = ProgramPath.ofEnvironment();
        assumeTrue(programs.find("chrt").isPresent(), "not Linux, or without chrt");
        ProcessHandle spinner;
        try (AwakeProcessors awake = AwakeProcessors.keep(programs)) {
            assertTrue(awake.isKeeping());
            assertEquals(1, began().size());
            spinner = began().iterator().next();
            // The program that sets it becomes the spinner; the test waits for that, within its time limit.
            while (!policy(spinner).equals(SCHED_IDLE)) {
                Thread.onSpinWait();
            }
        }
        assertFalse(spinner.isAlive());
    }

    @Test
    void withoutTheProgramItDoesNothing() {
        try (AwakeProcessors awake = AwakeProcessors.keep(new ProgramPath(""))) {
            assertFalse(awake.isKeeping());
            assertEquals(Set.of(), began());
        }
    }

    /** However the starter ends: its end of the pipe is closed by the system. */
    @Test
    void theSpinnerEndsWithItsInput() throws IOException, InterruptedException {
        Process spinner = new ProcessBuilder(
                        JavaProgram.ofThisProcess(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleSpin.class.getName(),
                        "1")
                .start();
        assertTrue(spinner.isAlive());
        spinner.getOutputStream().close();
        assertTrue(spinner.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, spinner.exitValue());
    }
}
