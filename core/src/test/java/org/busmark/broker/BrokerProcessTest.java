package org.busmark.broker;

import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class BrokerProcessTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private BrokerSession session;

    @BeforeEach
    void open() throws IOException {
        session = BrokerSession.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void isReadyWhenItsLogSaysSo() throws Exception {
        BrokerProcess process = shell("echo starting; echo 'now ready'; exec sleep 1000");
        process.awaitLog(LONG, "now ready");
        assertTrue(process.handle().isAlive());
        assertEquals("starting\nnow ready", process.lastLogLines(20));
    }

    @Test
    void anEarlierProcessInTheSameLogDoesNotMakeItReady() throws Exception {
        Files.writeString(log(), "now ready\n");
        BrokerProcess process = shell("echo still starting; exit 3");
        BrokerException failure = assertThrows(BrokerException.class, () -> process.awaitLog(LONG, "now ready"));
        assertEquals("shell ended with status 3; its last log lines:\nstill starting", failure.getMessage());
        assertEquals("now ready\nstill starting\n", Files.readString(log()));
    }

    @Test
    void findsTheLineInALogThatIsLongerThanOneReading() throws Exception {
        BrokerProcess process =
                shell("yes 'a line of no interest' | head -n 200000; echo 'now r\u00e9ady'; exec sleep 1000");
        process.awaitLog(LONG, "now r\u00e9ady");
        assertTrue(process.lastLogLines(2).endsWith("a line of no interest\nnow r\u00e9ady"));
    }

    @Test
    void isReadyWhenTheConditionHolds() throws Exception {
        Path sign = folder.resolve("sign");
        BrokerProcess process = shell("touch '" + sign + "'; exec sleep 1000");
        process.awaitReady(LONG, () -> Files.exists(sign));
        assertTrue(process.handle().isAlive());
    }

    @Test
    void anEarlyDeathShowsTheLastTwentyLines() throws Exception {
        BrokerProcess process =
                shell("i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo line $i; done; echo sorry >&2; exit 7");
        BrokerException failure = assertThrows(BrokerException.class, () -> process.awaitReady(LONG, () -> false));
        List<String> lines = String.valueOf(failure.getMessage()).lines().toList();
        assertEquals("shell ended with status 7; its last log lines:", lines.get(0));
        assertEquals(21, lines.size());
        assertEquals("line 12", lines.get(1));
        assertEquals("sorry", lines.get(20));
        assertEquals("the whole log is " + log(), failure.remedy());
    }

    @Test
    void somethingElseThatAnswersDoesNotMakeADeadProcessReady() throws Exception {
        BrokerProcess process = shell("exit 1");
        eventually("its end", () -> !process.handle().isAlive());
        BrokerException failure = assertThrows(BrokerException.class, () -> process.awaitReady(LONG, () -> true));
        assertEquals("shell ended with status 1; its log is empty", failure.getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws Exception {
        BrokerProcess process = start(List.of("/no/such/program"));
        BrokerException failure = assertThrows(BrokerException.class, () -> process.awaitReady(LONG, () -> false));
        assertTrue(String.valueOf(failure.getMessage()).contains("/no/such/program"), failure.getMessage());
    }

    @Test
    void theDeadlineShowsTheLog() throws Exception {
        BrokerProcess process = shell("echo thinking; exec sleep 1000");
        process.awaitLog(LONG, "thinking");
        BrokerException failure =
                assertThrows(BrokerException.class, () -> process.awaitReady(Duration.ofMillis(50), () -> false));
        assertEquals("shell was not ready within 0.05 s; its last log lines:\nthinking", failure.getMessage());
    }

    @Test
    void aToolIsWaitedFor() throws Exception {
        shell("echo done").awaitEnd(LONG);
        BrokerProcess failing = shell("echo no; exit 2");
        BrokerException failure = assertThrows(BrokerException.class, () -> failing.awaitEnd(LONG));
        assertEquals("shell ended with status 2; its last log lines:\nno", failure.getMessage());
        BrokerProcess slow = shell("exec sleep 1000");
        assertThrows(BrokerException.class, () -> slow.awaitEnd(Duration.ofMillis(10)));
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() throws Exception {
        BrokerProcess process = shell("exec sleep 1000");
        CountDownLatch waiting = new CountDownLatch(1);
        FutureTask<Optional<BrokerException>> wait = new FutureTask<>(() -> {
            try {
                process.awaitReady(LONG, () -> {
                    waiting.countDown();
                    return false;
                });
                return Optional.empty();
            } catch (BrokerException e) {
                return Thread.currentThread().isInterrupted() ? Optional.of(e) : Optional.empty();
            }
        });
        Thread thread = new Thread(wait);
        thread.start();
        waiting.await();
        thread.interrupt();
        assertTrue(wait.get().isPresent());
        assertTrue(process.handle().isAlive());
    }

    @Test
    void takesEnvironmentFolderAndNoInput() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        BrokerProcess process = session.start(
                "shell",
                List.of("sh", "-c", "echo \"$GREETING ${PATH+set} ${HOME-unset} $(pwd)\"; cat; echo end"),
                Map.of("GREETING", "hello there", "HOME", ""),
                work,
                log());
        process.awaitEnd(LONG);
        assertEquals("hello there set unset " + work.toRealPath() + "\nend", process.lastLogLines(5));
    }

    @Test
    void stopLetsItEndInGoodOrder() throws Exception {
        BrokerProcess process = shell("trap 'echo goodbye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        process.awaitLog(LONG, "up");
        process.stop(LONG);
        assertFalse(process.handle().isAlive());
        assertEquals("up\ngoodbye", process.lastLogLines(5));
    }

    @Test
    void stopKillsWhatDoesNotListen() throws Exception {
        BrokerProcess process = shell("trap '' TERM; echo up; while :; do sleep 0.05; done");
        process.awaitLog(LONG, "up");
        process.stop(Duration.ofMillis(100));
        assertFalse(process.handle().isAlive());
    }

    @Test
    void stopKillsGrandchildrenThatWereReparentedAndThoseThatLeftTheSession() throws Exception {
        BrokerProcess process = shell(HarnessProcess.BROKER);
        eventually("its descendants", () -> Files.exists(folder.resolve("broker")));
        List<ProcessKey> descendants = List.of(key("orphan"), key("daemon"), key("child"), key("deaf"));
        assertTrue(descendants.stream().allMatch(ProcessKey::lives));
        process.stop(LONG);
        assertEquals(List.of(), descendants.stream().filter(ProcessKey::lives).toList());
    }

    @Test
    void stopKillsWhatALeaderThatDiedLeft() throws Exception {
        BrokerProcess process = shell("(env -i sleep 1000 & echo $! > first); exit 1");
        eventually("its end", () -> !process.handle().isAlive());
        ProcessKey orphan = key("first");
        assertTrue(orphan.lives());
        process.stop(LONG);
        assertFalse(orphan.lives());
    }

    @Test
    void stoppingOneLeavesTheOther() throws Exception {
        BrokerProcess one = shell("exec sleep 1000");
        BrokerProcess other = shell("exec sleep 1000");
        one.close();
        one.close();
        assertFalse(one.handle().isAlive());
        assertTrue(other.handle().isAlive());
    }

    @Test
    void stopUnderAnInterruptIsSureAndKeepsIt() throws Exception {
        BrokerProcess process = shell("trap '' TERM; echo up; while :; do sleep 0.05; done");
        process.awaitLog(LONG, "up");
        Thread.currentThread().interrupt();
        process.stop(Duration.ofMillis(10));
        assertTrue(Thread.interrupted());
        assertFalse(process.handle().isAlive());
    }

    private BrokerProcess shell(String script) throws BrokerException {
        return start(List.of("sh", "-c", script));
    }

    private BrokerProcess start(List<String> command) throws BrokerException {
        return session.start(command.size() == 1 ? "program" : "shell", command, Map.of(), folder, log());
    }

    private Path log() {
        return folder.resolve("process.log");
    }

    private ProcessKey key(String file) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve(file)).trim());
        return ProcessKey.of(pid).orElseThrow();
    }
}
