package org.busmark.bench.crosscheck;

import static org.busmark.bench.crosscheck.ToolWorks.hasPair;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerfTestTest {
    private static final Map<String, String> CONNECTION =
            Map.of("host", "127.0.0.1", "port", "5673", "username", "me", "password", "p@ss word");
    private static final Map<String, String> SETTINGS =
            Map.of("prefetch", "321", "ack.every", "21", "mandatory", "true");

    private final VendorTool tool = new PerfTest(Map.of());

    @TempDir
    private Path folder;

    @Test
    void fireAndForgetAcknowledgesNothing() throws IOException {
        List<String> words = process(Guarantee.FIRE_AND_FORGET).words();
        assertTrue(words.contains("-a"), words::toString);
        assertFalse(words.contains("-c"), words::toString);
        assertFalse(words.contains("persistent"), words::toString);
        assertTrue(hasPair(words, "-s", "100"), words::toString);
        assertTrue(hasPair(words, "-x", "1") && hasPair(words, "-y", "1"), words::toString);
    }

    @Test
    void usesTheObjectsThatTheAdapterDeclared() throws IOException {
        List<String> words = process(Guarantee.FIRE_AND_FORGET).words();
        assertTrue(words.contains("-p"), words::toString);
        assertTrue(hasPair(words, "-e", "checked"), words::toString);
        assertTrue(hasPair(words, "-u", "checked.group-0.0"), words::toString);
    }

    @Test
    void persistedConfirmsAndAcknowledgesAsBusmarkDoes() throws IOException {
        List<String> words = process(Guarantee.PERSISTED).words();
        assertTrue(hasPair(words, "-q", "321") && hasPair(words, "-A", "21"), words::toString);
        assertTrue(hasPair(words, "-f", "persistent") && hasPair(words, "-f", "mandatory"), words::toString);
        assertTrue(words.contains("-c"), words::toString);
        assertFalse(process(Guarantee.ACKNOWLEDGED).words().contains("persistent"));
    }

    @Test
    void passwordIsOnNoCommandLineAndInNoReport() throws IOException {
        ToolProcess process = process(Guarantee.PERSISTED);
        List<String> command = process.command("java", "lib/*", List.of());
        assertTrue(command.stream().noneMatch(word -> word.contains("p@ss") || word.contains("p%40ss")));
        String shown = process.shown("lib/*", List.of("-Xmx2g"));
        assertFalse(shown.contains("ss%20word"), shown);
        assertTrue(shown.contains("BUSMARK_PERF_TEST_URI=*** "), shown);
        assertTrue(shown.contains("RABBITMQ_PERF_TEST_ENV_PREFIX=BUSMARK_PERF_TEST_ "), shown);
        assertTrue(shown.contains("-cp 'lib/*' com.rabbitmq.perf.PerfTest"), shown);
        assertEquals(
                "amqp://me:p%40ss%20word@127.0.0.1:5673", process.variables().get("BUSMARK_PERF_TEST_URI"));
    }

    @Test
    void sumsTheReceivedRatesOfTheRealTool() throws IOException {
        List<Count> counts = tool.counts(ToolWorks.captured("perf-test.log"));
        assertEquals(
                List.of(1001L, 2003L, 3000L, 4001L, 5000L),
                counts.stream().map(Count::atMs).toList());
        assertEquals(Math.round(17_931 * 1.001), counts.get(0).messages());
        long all = counts.get(4).messages();
        assertEquals(34_199 * 5.0, (double) all, 34_199 * 5.0 * 0.01, "its own average over 5 s");
    }

    private ToolProcess process(Guarantee guarantee) throws IOException {
        List<ToolProcess> processes = tool.processes(ToolWorks.work(guarantee, folder, CONNECTION, SETTINGS));
        assertEquals(1, processes.size());
        return processes.get(0);
    }
}
