package org.busmark.bench.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicLong nowNs = new AtomicLong();

    @Test
    void aLineAPhaseWhereNothingCanBeRewritten() {
        try (ProgressLine progress = line(false)) {
            progress.phase("get Kafka");
            progress.step("fetching 44 jars");
            progress.message("stays");
        }
        assertEquals("get Kafka\nget Kafka: fetching 44 jars\nstays\n", text());
    }

    @Test
    void timeLeftIsTheMeanOfFinishedStepsTimesTheOthers() {
        try (ProgressLine progress = line(false)) {
            progress.phase("measure");
            progress.step(0, 4, "a");
            pass(10);
            progress.step(1, 4, "b");
            pass(50);
            progress.step(2, 4, "c");
        }
        assertEquals(
                "measure\n1/4 a\n2/4 b (10 s gone, about 30 s left)\n3/4 c (1 min 0 s gone, about 1 min 0 s left)\n",
                text());
    }

    @Test
    void anotherPhaseCountsAnew() {
        try (ProgressLine progress = line(false)) {
            progress.step(0, 2, "a");
            pass(100);
            progress.phase("second");
            progress.step(0, 2, "b");
            pass(3);
            progress.step(1, 2, "c");
        }
        assertEquals("1/2 a\nsecond\n1/2 b\n2/2 c (3 s gone, about 3 s left)\n", text());
    }

    @Test
    void timeLeftIsWhatIsPlannedTimesWhatThePlanTookSoFar() {
        try (ProgressLine progress = line(false)) {
            progress.step(5, 9, Duration.ofMinutes(3), Duration.ofMinutes(10), "a");
            pass(120);
            progress.phase("a broker starts");
            progress.step(6, 9, Duration.ofMinutes(4), Duration.ofMinutes(9), "b");
            pass(60);
            // Something turned out to be needless.
            progress.step(7, 9, Duration.ofMinutes(5), Duration.ofMinutes(2), "c");
        }
        assertEquals("""
                6/9 a (0 s gone, about 10 min 0 s left)
                a broker starts
                7/9 b (2 min 0 s gone, about 13 min 30 s left)
                8/9 c (3 min 0 s gone, about 2 min 40 s left)
                """, text());
    }

    @Test
    void oneSlowStartIsNoTrend() {
        try (ProgressLine progress = line(false)) {
            progress.step(0, 39, Duration.ZERO, Duration.ofSeconds(280), "a");
            pass(36);
            progress.step(1, 39, Duration.ofSeconds(12), Duration.ofSeconds(268), "b");
        }
        assertEquals("1/39 a (0 s gone, about 4 min 40 s left)\n2/39 b (36 s gone, about 5 min 57 s left)\n", text());
    }

    @Test
    void aTerminalsLineIsRewrittenAndLeftClean() {
        try (ProgressLine progress = line(true)) {
            progress.phase("one");
            progress.phase("x".repeat(200));
            progress.message("stays");
            progress.phase("two");
        }
        assertEquals("\rone\u001b[K\r" + "x".repeat(119) + "\u001b[K\r\u001b[Kstays\n\rtwo\u001b[K\r\u001b[K", text());
    }

    private ProgressLine line(boolean rewrites) {
        return new ProgressLine(new PrintStream(written, true, StandardCharsets.UTF_8), rewrites, nowNs::get);
    }

    private void pass(long seconds) {
        nowNs.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
