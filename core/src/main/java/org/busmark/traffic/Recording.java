package org.busmark.traffic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.latency.SeriesRecorder;
import org.busmark.latency.SeriesWindow;
import org.busmark.workload.LoopKind;

/** The recorders of one measured iteration: one for each series and thread, so that each has a single writer. */
final class Recording {
    private final SeriesWindow window;
    private final Map<SeriesName, List<SeriesRecorder>> recorders = new EnumMap<>(SeriesName.class);

    Recording(SeriesWindow window) {
        this.window = window;
    }

    SeriesRecorder recorder(SeriesName name) {
        SeriesRecorder recorder = new SeriesRecorder(window);
        recorders.computeIfAbsent(name, n -> new ArrayList<>()).add(recorder);
        return recorder;
    }

    /**
     * The series of several iterations, merged. Only an open loop has a response: elsewhere a message is intended when it
     * is sent.
     */
    static List<Series> merge(List<Recording> recordings, LoopKind loop) {
        List<Series> merged = new ArrayList<>();
        for (SeriesName name : SeriesName.values()) {
            boolean ofSchedule = name == SeriesName.RESPONSE;
            List<SeriesRecorder> all = recordings.stream()
                    .flatMap(recording -> recording.recorders.getOrDefault(name, List.of()).stream())
                    .toList();
            if (!all.isEmpty() && (loop == LoopKind.OPEN || !ofSchedule)) {
                Series series = new Series(name, all);
                if (series.count() > 0) {
                    merged.add(series);
                }
            }
        }
        return merged;
    }
}
