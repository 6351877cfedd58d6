package org.busmark.bench.crosscheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.adapters.InstalledAdapters;
import org.busmark.bench.crosscheck.CrosscheckResult.CheckedBus;
import org.busmark.bench.progress.ProgressLine;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.Progress;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.Guarantee;
import org.busmark.workload.DataSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real forks, on ZeroMQ, which needs no broker. */
final class CrosscheckTest {
    private static final BusAdapter ZEROMQ = InstalledAdapters.load().get("zeromq");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void bothSidesAreMeasured() throws IOException {
        CrosscheckRow row = only(check(ZEROMQ, Duration.ofSeconds(1), Optional.of(new BareJeroMqPair())));
        assertEquals(List.of(), row.failures());
        assertEquals(1, row.pairs().size());
        assertTrue(row.throughputRatio().orElseThrow().ratio() > 0);
        assertTrue(row.toolCommand().contains("org.busmark.zeromq.peer.BarePull tcp://127.0.0.1:"), row::toolCommand);
        assertTrue(row.toolCommand().contains(" & java "), row::toolCommand);
        assertTrue(row.toolVersion().matches("\\d+\\..*"), row::toolVersion);
        assertTrue(err().contains("1/2 zeromq, 100 B: bare JeroMQ"), this::err);
        assertTrue(err().contains("2/2 zeromq, 100 B: Busmark"), this::err);
    }

    @Test
    void whatAnEarlierRunCountedInTheSameFolderIsNotThisOnes() throws IOException {
        Path log = folder.resolve("out/logs/crosscheck-zeromq-100-round-1-consumer.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "counted 500 1000000000000\ncounted 1000 9000000000000\n");
        CrosscheckRow row = only(check(ZEROMQ, Duration.ofSeconds(1), Optional.of(new BareJeroMqPair())));
        assertEquals(List.of(), row.failures());
        assertFalse(Files.readString(log).contains("counted 500 1000000000000"));
        assertTrue(Files.readString(log).contains("counted "));
    }

    @Test
    void toolThatFailsIsARowWithItsReason() throws IOException {
        CrosscheckResult result = check(ZEROMQ, Duration.ofMillis(100), Optional.of(new Broken("no.such.Main")));
        CrosscheckRow row = only(result);
        assertTrue(result.anyFailed());
        assertEquals(List.of(), row.pairs());
        assertEquals(1, row.failures().size(), row.failures()::toString);
        assertTrue(row.failures().get(0).startsWith("round 1: broken (consumer) ended with status 1"), row::toString);
        assertTrue(row.failures().get(0).contains("no.such.Main"), row::toString);
    }

    @Test
    void eachRowShowsItsOwnCommand() throws IOException {
        CrosscheckRequest request = ToolWorks.request(
                ZEROMQ,
                List.of(new DataSize(100), new DataSize(1024)),
                Guarantee.FIRE_AND_FORGET,
                folder,
                Duration.ZERO,
                Duration.ofMillis(100));
        List<CrosscheckRow> rows =
                run(request, Optional.of(new Broken("no.such.Main"))).rows();
        assertEquals(
                List.of("no.such.Main 100", "no.such.Main 1024"),
                rows.stream()
                        .map(row ->
                                row.toolCommand().substring(row.toolCommand().indexOf("no.such.Main")))
                        .toList());
    }

    @Test
    void toolThatEndsTooSoonFails() throws IOException {
        CrosscheckRow row = only(check(ZEROMQ, Duration.ofMillis(100), Optional.of(new Broken("-version"))));
        assertTrue(row.failures().get(0).contains("ended with status 0"), row::toString);
    }

    @Test
    void busWithoutTheGuaranteeIsNotOffered() throws IOException {
        CrosscheckRequest request =
                ToolWorks.request(ZEROMQ, Guarantee.PERSISTED, folder, Duration.ZERO, Duration.ofSeconds(1));
        CrosscheckResult result = run(request, Optional.of(new BareJeroMqPair()));
        assertEquals(List.of(), result.rows());
        assertFalse(result.anyFailed());
        assertFalse(result.anyLacking());
        String reason = onlyBus(result).notOffered();
        assertTrue(reason != null && reason.contains("not PERSISTED"), () -> "" + reason);
    }

    @Test
    void brokerThatCannotBeHadIsLackingWithTheRemedy() throws IOException {
        CrosscheckResult result =
                check(FakeAdapter.withBroker("kafka"), Duration.ofSeconds(1), Optional.of(new BareJeroMqPair()));
        assertTrue(result.anyLacking());
        CheckedBus bus = onlyBus(result);
        assertTrue(String.valueOf(bus.notMeasured()).contains("cannot start one"), bus::toString);
        assertTrue(bus.remedy() != null);
    }

    private CrosscheckResult check(BusAdapter bus, Duration duration, Optional<VendorTool> tool) throws IOException {
        return run(ToolWorks.request(bus, Guarantee.FIRE_AND_FORGET, folder, Duration.ofMillis(200), duration), tool);
    }

    private CrosscheckResult run(CrosscheckRequest request, Optional<VendorTool> tool) throws IOException {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Crosscheck.run(request, new ProgressLine(stream, false, System::nanoTime), bus -> tool);
    }

    private static CrosscheckRow only(CrosscheckResult result) {
        assertEquals(1, result.rows().size());
        return result.rows().get(0);
    }

    private static CheckedBus onlyBus(CrosscheckResult result) {
        assertEquals(1, result.buses().size());
        return result.buses().get(0);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A tool whose only JVM does not count. */
    private record Broken(String word) implements VendorTool {
        @Override
        public String bus() {
            return "zeromq";
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public ToolSoftware install(BrokerCache cache, String clientVersion, Progress progress) {
            return new ToolSoftware("nothing", "nothing", "0");
        }

        @Override
        public List<ToolProcess> processes(ToolWork work) {
            List<String> words = List.of(word, String.valueOf(work.messageBytes()));
            return List.of(new ToolProcess("consumer", List.of(), words, Map.of(), Map.of(), null));
        }

        @Override
        public List<Count> counts(List<String> log) {
            return List.of();
        }
    }
}
