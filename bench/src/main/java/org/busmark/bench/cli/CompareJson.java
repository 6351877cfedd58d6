package org.busmark.bench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busmark.results.compare.CampaignComparison;
import org.busmark.results.compare.CapacityChange;
import org.busmark.results.compare.CellComparison;
import org.busmark.results.compare.ComparedCampaign;
import org.busmark.results.compare.ComparedSide;
import org.busmark.results.compare.Differing;
import org.busmark.results.compare.Refusal;
import org.busmark.results.compare.SweptRates;
import org.busmark.results.record.CellCoordinates;
import org.jspecify.annotations.Nullable;

/** As {@code compare --json} prints it; absent means not known. */
final class CompareJson {
    private CompareJson() {}

    static Map<String, Object> of(CampaignComparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("regression", comparison.isRegression());
        document.put("a", campaign(comparison.a()));
        document.put("b", campaign(comparison.b()));
        document.put(
                "comparisons",
                comparison.comparisons().stream().map(CompareJson::comparison).toList());
        document.put(
                "refused",
                comparison.refused().stream().map(CompareJson::refusal).toList());
        document.put(
                "capacities",
                comparison.capacities().stream().map(CompareJson::capacity).toList());
        document.put(
                "sweeps", comparison.sweeps().stream().map(CompareJson::sweep).toList());
        document.put("differences", differing(comparison.differences()));
        document.put("warnings", comparison.warnings());
        return document;
    }

    private static Map<String, Object> campaign(ComparedCampaign campaign) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("runId", campaign.runId());
        map.put("startedAt", campaign.startedAt().toString());
        putKnown(map, "suite", campaign.suite());
        map.put("version", campaign.version());
        putKnown(map, "commit", campaign.commit());
        return map;
    }

    private static Map<String, Object> comparison(CellComparison comparison) {
        Map<String, Object> map = cell(comparison.cell());
        if (!comparison.cellIdOfA().equals(comparison.cell().cellId())) {
            map.put("cellIdOfA", comparison.cellIdOfA());
        }
        map.put("metric", comparison.metric().id());
        map.put("ratio", comparison.ratio());
        comparison.interval().ifPresent(interval -> {
            map.put("low", interval.low());
            map.put("high", interval.high());
        });
        map.put("verdict", comparison.verdict().name());
        comparison.reservation().ifPresent(why -> map.put("reservation", why));
        comparison.adjustedP().ifPresent(p -> map.put("adjustedP", p));
        comparison.floor().ifPresent(floor -> map.put("noiseFloor", floor.ratio()));
        comparison.ranks().ifPresent(ranks -> {
            map.put("adjustedRankP", ranks.pValue());
            map.put("bootstrapLow", ranks.medianRatio().low());
            map.put("bootstrapHigh", ranks.medianRatio().high());
        });
        map.put("a", side(comparison.a()));
        map.put("b", side(comparison.b()));
        if (!comparison.settings().isEmpty()) {
            map.put("settings", differing(comparison.settings()));
        }
        return map;
    }

    private static Map<String, Object> side(ComparedSide side) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("median", side.median());
        map.put("runs", side.runs());
        map.put("verdict", side.verdict().name());
        return map;
    }

    private static Map<String, Object> refusal(Refusal refusal) {
        Map<String, Object> map = cell(refusal.cell());
        map.put("reason", refusal.reason());
        map.put("promiseBroken", refusal.promiseBroken());
        return map;
    }

    private static Map<String, Object> cell(CellCoordinates cell) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cellId", cell.cellId());
        map.putAll(work(cell.bus(), cell.workload(), cell.guarantee().name(), cell.messageBytes()));
        Double perSecond = cell.rate().perSecond();
        map.put("rate", perSecond == null ? "max" : perSecond);
        return map;
    }

    private static Map<String, Object> capacity(CapacityChange change) {
        Map<String, Object> map =
                work(change.bus(), change.workload(), change.guarantee().name(), change.messageBytes());
        putKnown(map, "perSecondA", change.perSecondA());
        putKnown(map, "perSecondB", change.perSecondB());
        putKnown(map, "ratio", change.ratio());
        putKnown(map, "note", change.note());
        return map;
    }

    private static Map<String, Object> sweep(SweptRates rates) {
        Map<String, Object> map =
                work(rates.bus(), rates.workload(), rates.guarantee().name(), rates.messageBytes());
        map.put("ratesOnlyInA", rates.onlyInA());
        map.put("ratesOnlyInB", rates.onlyInB());
        return map;
    }

    private static Map<String, Object> work(String bus, String workload, String guarantee, int messageBytes) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("bus", bus);
        map.put("workload", workload);
        map.put("guarantee", guarantee);
        map.put("messageBytes", messageBytes);
        return map;
    }

    private static List<Map<String, Object>> differing(List<Differing> differing) {
        return differing.stream().map(CompareJson::differing).toList();
    }

    private static Map<String, Object> differing(Differing differing) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", differing.what());
        map.put("inA", differing.inA());
        map.put("inB", differing.inB());
        return map;
    }

    private static void putKnown(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
