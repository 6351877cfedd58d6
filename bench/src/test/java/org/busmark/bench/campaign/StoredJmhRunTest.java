package org.busmark.bench.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.busmark.bench.fakes.JmhRuns;
import org.busmark.results.record.RunRecord;
import org.busmark.results.record.UnreadableRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;

final class StoredJmhRunTest {
    private static final RunRecord WITHOUT_LOGS = RunRecord.failed(1, "no logs here");

    @TempDir
    Path folder = Path.of("");

    /** A campaign's times are in nanoseconds, and JMH's own reader of times ends at 2.1 s of them. */
    @Test
    void aRunOfSeveralSecondsIsReadBack() throws IOException {
        RunResult read = StoredJmhRun.read(written(), WITHOUT_LOGS, folder);
        assertEquals(4_000, read.getParams().getMeasurement().getTime().convertTo(TimeUnit.MILLISECONDS));
        assertEquals(1_000, read.getPrimaryResult().getScore(), 1);
    }

    @Test
    void aTimeThatIsNoneIsRefusedInOneLine() throws IOException {
        Path file = written();
        for (String time : List.of("soon", "9 fortnights", "9223372036854775807 ms")) {
            Files.writeString(file, Files.readString(written()).replace("4000000000 ns", time));
            UnreadableRecordException refused =
                    assertThrows(UnreadableRecordException.class, () -> StoredJmhRun.read(file, WITHOUT_LOGS, folder));
            assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()), refused::getMessage);
        }
    }

    private Path written() throws IOException {
        JmhResults results = new JmhResults();
        results.add("a", List.of(JmhRuns.of(JmhRuns.fork(1_000))));
        return Files.write(folder.resolve("run.jmh.json"), results.json());
    }
}
