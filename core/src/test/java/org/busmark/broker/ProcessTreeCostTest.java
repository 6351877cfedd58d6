package org.busmark.broker;

import static org.busmark.broker.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ProcessTreeCostTest {
    /** Burns at least 0.3 s of processor time: the shell's own times say when it is enough. */
    private static final String BURN = "burn() { n=0; while [ $n -lt 300000 ]; do n=$((n+1)); done; }; ";

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
    void thisProcessForgetsThePeakOfWhatItHasGivenBack() throws Exception {
        ProcessTreeCost own = ProcessTreeCost.of(List.of(ProcessHandle.current()));
        touchAndGiveBack(128 << 20);
        long before = snapshot(own).peakMemoryBytes();
        eventually("64 MiB less", () -> {
            System.gc();
            ProcessTreeCost.forgetOwnPeak();
            return snapshot(own).peakMemoryBytes() < before - (64 << 20);
        });
    }

    /** Outside the heap, which gives nothing back. */
    private static void touchAndGiveBack(int bytes) {
        ByteBuffer memory = ByteBuffer.allocateDirect(bytes);
        for (int place = 0; place < bytes; place += 4096) {
            memory.put(place, (byte) 1);
        }
    }

    @Test
    void aChildsTimeCountsOnceWhileItLivesAndAfterItWasWaitedFor() throws Exception {
        BrokerProcess process = shell(BURN + "(burn; echo burnt; touch living; until [ -e go ]; do sleep 0.02; done);"
                + " echo waited; until [ -e end ]; do sleep 0.02; done");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        process.awaitLog(LONG, "burnt");
        ProcessCost living = snapshot(cost);
        Files.createFile(folder.resolve("go"));
        process.awaitLog(LONG, "waited");
        ProcessCost waited = snapshot(cost);
        assertTrue(living.cpuSeconds() >= 0.1, living::toString);
        double later = waited.minus(living).cpuSeconds();
        // Counted twice, or dropped, the difference would be as large as the first figure.
        assertTrue(later >= 0 && later < living.cpuSeconds() / 2, living + " then " + waited);
    }

    @Test
    void theCallingProcessMayBeARoot() {
        ProcessCost cost = snapshot(ProcessTreeCost.of(List.of(ProcessHandle.current())));
        // A JVM that ran a test used more than this.
        assertTrue(cost.cpuSeconds() > 0.1 && cost.peakMemoryBytes() > 16 << 20, cost::toString);
    }

    @Test
    void theTimeOfARootThatEndedIsKept() throws Exception {
        BrokerProcess process = shell(BURN + "burn; echo burnt; until [ -e end ]; do sleep 0.02; done");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        process.awaitLog(LONG, "burnt");
        ProcessCost living = snapshot(cost);
        process.stop(Duration.ZERO);
        ProcessCost ended = snapshot(cost);
        assertEquals(0, ended.processes());
        assertEquals(0, ended.peakMemoryBytes());
        assertTrue(living.cpuSeconds() > 0, living::toString);
        assertTrue(ended.minus(living).cpuSeconds() >= 0, living + " then " + ended);
    }

    @Test
    void aProcessThatLostItsParentStillCounts() throws Exception {
        BrokerProcess process = shell("(sleep 1000 &); echo up; exec sleep 1000");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        process.awaitLog(LONG, "up");
        assertEquals(2, snapshot(cost).processes());
    }

    @Test
    void aProcessThatLostItsParentAndLeftTheSessionStillCountsOnceItWasSeen() throws Exception {
        BrokerProcess process = shell("(setsid sleep 1000 & echo $! > daemon; echo begun;"
                + " until [ -e go ]; do sleep 0.02; done); echo left; exec sleep 1000");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        process.awaitLog(LONG, "begun");
        long daemon = Long.parseLong(Files.readString(folder.resolve("daemon")).trim());
        eventually("its session", () -> ProcessStat.read(daemon).orElseThrow().sessionId() == daemon);
        assertTrue(snapshot(cost).processes() >= 3);
        Files.createFile(folder.resolve("go"));
        process.awaitLog(LONG, "left");
        assertEquals(2, snapshot(cost).processes());
    }

    @Test
    void memoryIsThatOfTheLiving() throws Exception {
        // tail keeps what it read until its input ends.
        BrokerProcess process = shell("(head -c 67108864 /dev/zero; exec sleep 1000) | tail -c 67108864 | wc -c");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        eventually("64 MiB in tail", () -> snapshot(cost).peakMemoryBytes() >= 64 << 20);
        process.stop(Duration.ZERO);
        assertEquals(0, snapshot(cost).peakMemoryBytes());
    }

    @Test
    void bytesWrittenAreThoseThatGoToDisk() throws Exception {
        Path file = folder.resolve("written");
        BrokerProcess process = shell("dd if=/dev/zero of='" + file + "' bs=1048576 count=8 2>&1; exec sleep 1000");
        ProcessTreeCost cost = ProcessTreeCost.of(List.of(process.handle()));
        process.awaitLog(LONG, "copied");
        eventually("dd waited for", () -> snapshot(cost).processes() == 1);
        long written = snapshot(cost).writtenBytes().orElseThrow();
        boolean memory = Files.getFileStore(file).type().equals("tmpfs");
        assertTrue(memory ? written == 0 : written >= 8 << 20, "written " + written);
    }

    @Test
    void whatWasNotMeasuredStaysSo() {
        ProcessCost measured = new ProcessCost(3.5, 100, OptionalLong.of(50), 2);
        ProcessCost unmeasured = new ProcessCost(1.5, 90, OptionalLong.empty(), 1);
        assertEquals(new ProcessCost(2.0, 100, OptionalLong.empty(), 2), measured.minus(unmeasured));
        assertEquals(OptionalLong.of(0), measured.minus(measured).writtenBytes());
    }

    private static ProcessCost snapshot(ProcessTreeCost cost) {
        return cost.snapshot().orElseThrow();
    }

    private BrokerProcess shell(String script) throws BrokerException {
        return session.start("shell", List.of("sh", "-c", script), Map.of(), folder, folder.resolve("shell.log"));
    }
}
