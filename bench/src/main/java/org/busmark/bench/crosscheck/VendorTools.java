package org.busmark.bench.crosscheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tools that there are. */
public final class VendorTools {
    private VendorTools() {}

    /** Buses that have one. */
    public static List<String> buses() {
        return all(System.getenv()).stream().map(VendorTool::bus).toList();
    }

    static Optional<VendorTool> of(String bus) {
        return all(System.getenv()).stream()
                .filter(tool -> tool.bus().equals(bus))
                .findFirst();
    }

    private static List<VendorTool> all(Map<String, String> environment) {
        return List.of(new KafkaPerformanceTools(environment), new PerfTest(environment), new BareJeroMqPair());
    }
}
