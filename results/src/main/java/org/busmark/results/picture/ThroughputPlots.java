package org.busmark.results.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.busmark.results.record.Load;
import org.busmark.results.record.Throughput;

/**
 * Throughput of a closed loop, a line a bus: the median of its rounds and their 95 % interval. Where a bound makes the
 * span too wide the axis is logarithmic, and it says so by its labels.
 */
final class ThroughputPlots {
    private ThroughputPlots() {}

    static List<Plot> of(RunMaterial run) {
        return CellGroup.of(run, cell -> cell.load() == Load.CLOSED_LOOP).stream()
                .flatMap(ThroughputPlots::plot)
                .toList();
    }

    private static Stream<Plot> plot(CellGroup group) {
        List<CellGroup.Member> shown = group.members().stream()
                .filter(member -> positive(member.cell().throughput()) > 0)
                .toList();
        if (shown.isEmpty()) {
            return Stream.empty();
        }
        List<Curve> curves = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            // The first one stands at the top.
            add(shown.get(i), shown.size() - i, curves, remarks);
        }
        List<String> names = new ArrayList<>();
        shown.forEach(member -> names.add(0, member.label()));
        List<String> notes = new ArrayList<>(group.notes());
        notes.add("Dot: median of the rounds. Bar: their 95 % interval; one round has none.");
        return Stream.of(new Plot(
                FileNames.words("throughput", group.fileWords()),
                "Throughput: " + group.title(),
                group.subtitle(),
                Axis.fitting("messages a second", ends(shown), Label::count),
                Axis.named(names),
                curves,
                remarks,
                notes));
    }

    private static void add(CellGroup.Member member, double at, List<Curve> curves, List<Remark> remarks) {
        Throughput throughput = member.cell().throughput();
        Point median = new Point(positive(throughput), at);
        Double low = throughput.lowPerSecond();
        Double high = throughput.highPerSecond();
        String interval = "";
        if (low != null && high != null && low > 0) {
            curves.add(new Curve("", member.colour(), Trace.BAND, List.of(new Point(low, at), new Point(high, at))));
            interval = " [" + Label.count(low) + ", " + Label.count(high) + "]";
        }
        curves.add(new Curve("", member.colour(), Trace.DOTS, List.of(median)));
        remarks.add(new Remark(median, Label.count(median.x()) + "/s" + interval, member.colour()));
    }

    private static double positive(Throughput throughput) {
        Double median = throughput.medianPerSecond();
        return median == null ? 0 : median;
    }

    private static DoubleStream ends(List<CellGroup.Member> shown) {
        return shown.stream()
                .map(member -> member.cell().throughput())
                .flatMap(throughput ->
                        Stream.of(throughput.medianPerSecond(), throughput.lowPerSecond(), throughput.highPerSecond()))
                .flatMap(Stream::ofNullable)
                .mapToDouble(Double::doubleValue)
                .filter(perSecond -> perSecond > 0);
    }
}
