package org.busmark.bench.crosscheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.Progress;

/**
 * A PUSH and a PULL socket in two JVMs with nothing but a counter, from the ZeroMQ adapter: ZeroMQ ships no load
 * generator in Java. On Busmark's own class path, so that the library is the very same.
 */
final class BareJeroMqPair implements VendorTool {
    private static final Pattern COUNTED = Pattern.compile("counted (\\d+) (\\d+)");
    private static final int DEFAULT_HWM = 1_000;

    @Override
    public String bus() {
        return "zeromq";
    }

    @Override
    public String name() {
        return "bare JeroMQ PUSH/PULL pair";
    }

    @Override
    public ToolSoftware install(BrokerCache cache, String clientVersion, Progress progress) {
        return new ToolSoftware(System.getProperty("java.class.path"), "bench/target/lib/*", clientVersion);
    }

    @Override
    public List<ToolProcess> processes(ToolWork work) {
        String endpoint = "tcp://127.0.0.1:" + LoopbackPorts.free(1)[0];
        String threads = work.setting("io.threads");
        return List.of(
                new ToolProcess(
                        "consumer",
                        List.of(),
                        List.of("org.busmark.zeromq.peer.BarePull", endpoint, work.setting("rcvhwm"), threads),
                        Map.of(),
                        Map.of(),
                        null),
                new ToolProcess(
                        "producer",
                        List.of(),
                        List.of(
                                "org.busmark.zeromq.peer.BarePush",
                                endpoint,
                                sendMark(work),
                                String.valueOf(work.messageBytes()),
                                threads),
                        Map.of(),
                        Map.of(),
                        null));
    }

    /** A number when it was set; else the adapter's own rule, which the setting states in words. */
    private static String sendMark(ToolWork work) {
        String reported = work.setting("sndhwm");
        return reported.matches("\\d+")
                ? reported
                : String.valueOf(Math.max(DEFAULT_HWM, 2 * work.workload().windowPerProducer()));
    }

    @Override
    public List<Count> counts(List<String> log) {
        List<Count> counts = new ArrayList<>();
        for (String line : log) {
            Matcher counted = COUNTED.matcher(line);
            if (counted.matches()) {
                counts.add(new Count(Long.parseLong(counted.group(1)), Long.parseLong(counted.group(2))));
            }
        }
        return counts;
    }
}
