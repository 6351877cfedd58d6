package org.busmark.bench.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busmark.bus.Guarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BareJeroMqPairTest {
    private final VendorTool tool = new BareJeroMqPair();

    @TempDir
    private Path folder;

    @Test
    void bothEndsMeetWithBusmarksHighWaterMarks() throws IOException {
        List<ToolProcess> processes = processes(
                Map.of("sndhwm", "max(1000, 2 x maxInFlight of the producer)", "rcvhwm", "1000", "io.threads", "1"));
        List<String> pull = processes.get(0).words();
        List<String> push = processes.get(1).words();
        assertEquals(pull.get(1), push.get(1), "endpoint");
        assertTrue(push.get(1).startsWith("tcp://127.0.0.1:"), push::toString);
        assertEquals(List.of("1000", "1"), pull.subList(2, 4));
        assertEquals(List.of("60000", "100", "1"), push.subList(2, 5));
    }

    @Test
    void highWaterMarkThatWasSetIsTaken() throws IOException {
        List<ToolProcess> processes = processes(Map.of("sndhwm", "77", "rcvhwm", "55", "io.threads", "2"));
        assertEquals(List.of("55", "2"), processes.get(0).words().subList(2, 4));
        assertEquals(List.of("77", "100", "2"), processes.get(1).words().subList(2, 5));
    }

    @Test
    void readsTheReceiversCounts() throws IOException {
        List<Count> counts = tool.counts(ToolWorks.captured("bare-pull.log"));
        assertEquals(7, counts.size());
        assertEquals(new Count(1028, 107_000), counts.get(0));
        assertEquals(List.of(), tool.counts(List.of("Exception in thread main", "counted")));
    }

    private List<ToolProcess> processes(Map<String, String> settings) throws IOException {
        return tool.processes(ToolWorks.work(Guarantee.FIRE_AND_FORGET, folder, Map.of(), settings));
    }
}
