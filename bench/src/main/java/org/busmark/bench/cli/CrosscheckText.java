package org.busmark.bench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busmark.bench.crosscheck.CrosscheckResult;
import org.busmark.bench.crosscheck.CrosscheckResult.CheckedBus;
import org.busmark.bench.crosscheck.CrosscheckRow;
import org.busmark.bench.crosscheck.RoundPair;
import org.busmark.results.statistics.Interval;
import org.busmark.results.statistics.PairedRatio;
import org.busmark.workload.DataSize;
import org.jspecify.annotations.Nullable;

/** A crosscheck for people and for scripts. */
final class CrosscheckText {
    private CrosscheckText() {}

    static String table(CrosscheckResult result) {
        Table table = new Table()
                .row(
                        "bus",
                        "tool",
                        "size",
                        "guarantee",
                        "Busmark msg/s",
                        "tool msg/s",
                        "ratio",
                        "95 %",
                        "client CPU ratio",
                        "95 %",
                        "rounds");
        for (CrosscheckRow row : result.rows()) {
            table.row(
                    row.bus(),
                    row.tool() + " " + row.toolVersion(),
                    new DataSize(row.messageBytes()).toString(),
                    row.guarantee().name(),
                    rate(row.busmarkPerSecond()),
                    rate(row.toolPerSecond()),
                    ratio(row.throughputRatio()),
                    interval(row.throughputRatio()),
                    ratio(row.clientCpuRatio()),
                    interval(row.clientCpuRatio()),
                    String.valueOf(row.pairs().size()));
        }
        return table
                + "ratio: Busmark over tool, messages counted at the consumer; client CPU: a message's, producer and"
                + " consumer together.\n";
    }

    private static String rate(Optional<Double> perSecond) {
        return perSecond
                .map(value -> String.format(Locale.ROOT, "%,.0f", value))
                .orElse("-");
    }

    private static String ratio(Optional<PairedRatio> ratio) {
        return ratio.map(known -> number(known.ratio())).orElse("-");
    }

    private static String interval(Optional<PairedRatio> ratio) {
        return ratio.flatMap(PairedRatio::interval)
                .map(known -> "[" + number(known.low()) + ", " + number(known.high()) + "]")
                .orElse("-");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** Lines for people: why something has no figure. */
    static List<String> problems(CrosscheckResult result) {
        List<String> lines = new ArrayList<>();
        for (CrosscheckRow row : result.rows()) {
            row.failures()
                    .forEach(failure ->
                            lines.add("failed: " + row.bus() + ", " + row.messageBytes() + " B, " + failure));
        }
        return lines;
    }

    /** As {@code crosscheck --json} prints it; absent means not known. */
    static Map<String, Object> json(CrosscheckResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", result.rows().stream().map(CrosscheckText::row).toList());
        document.put("buses", result.buses().stream().map(CrosscheckText::bus).toList());
        return document;
    }

    private static Map<String, Object> row(CrosscheckRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bus", row.bus());
        map.put("tool", row.tool());
        map.put("toolVersion", row.toolVersion());
        map.put("toolCommand", row.toolCommand());
        map.put("messageBytes", row.messageBytes());
        map.put("guarantee", row.guarantee().name());
        put(map, row.throughputRatio(), "throughputRatio", "low", "high");
        put(map, row.clientCpuRatio(), "clientCpuRatio", "clientCpuLow", "clientCpuHigh");
        row.busmarkPerSecond().ifPresent(value -> map.put("busmarkPerSecond", value));
        row.toolPerSecond().ifPresent(value -> map.put("toolPerSecond", value));
        map.put("rounds", row.pairs().size());
        map.put("pairs", row.pairs().stream().map(CrosscheckText::pair).toList());
        map.put("failures", row.failures());
        return map;
    }

    private static void put(
            Map<String, Object> map, Optional<PairedRatio> ratio, String name, String low, String high) {
        ratio.ifPresent(known -> map.put(name, known.ratio()));
        Optional<Interval> interval = ratio.flatMap(PairedRatio::interval);
        interval.ifPresent(known -> map.put(low, known.low()));
        interval.ifPresent(known -> map.put(high, known.high()));
    }

    private static Map<String, Object> pair(RoundPair pair) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("round", pair.round());
        map.put("first", pair.toolFirst() ? "tool" : "busmark");
        map.put("verdict", pair.verdict().name());
        map.put("busmarkPerSecond", pair.busmark().perSecond());
        map.put("toolPerSecond", pair.tool().perSecond());
        putKnown(map, "busmarkCpuSecondsPerMillion", pair.busmark().cpuSecondsPerMillion());
        putKnown(map, "toolCpuSecondsPerMillion", pair.tool().cpuSecondsPerMillion());
        return map;
    }

    private static Map<String, Object> bus(CheckedBus bus) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bus", bus.bus());
        putKnown(map, "clientVersion", bus.clientVersion());
        putKnown(map, "brokerVersion", bus.brokerVersion());
        putKnown(map, "provisioning", bus.provisioning());
        putKnown(map, "conditioning", bus.conditioning());
        putKnown(map, "notOffered", bus.notOffered());
        putKnown(map, "notMeasured", bus.notMeasured());
        putKnown(map, "remedy", bus.remedy());
        return map;
    }

    private static void putKnown(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
