package org.busmark.results.picture;

import java.util.stream.Stream;
import org.busmark.results.record.CellRecord;
import org.busmark.results.record.Load;
import org.busmark.results.record.SeriesKind;

/**
 * Which time a picture of latency shows.
 *
 * @param title how its title begins
 * @param axis what stands beside its axis
 * @param mixed whether some cells show response and some service, which each curve then says
 */
record Timing(String title, String axis, boolean mixed) {
    static Timing of(CellGroup group) {
        boolean response = series(group).anyMatch(kind -> kind == SeriesKind.RESPONSE);
        boolean service = series(group).anyMatch(kind -> kind == SeriesKind.SERVICE);
        if (response && service) {
            return new Timing("Latency", "response or service", true);
        }
        return response ? new Timing("Response", "response", false) : new Timing("Service", "service", false);
    }

    /** The series that a cell is read by: response where there is a schedule, else service. */
    static SeriesKind series(CellRecord cell) {
        return cell.load() == Load.OPEN_LOOP ? SeriesKind.RESPONSE : SeriesKind.SERVICE;
    }

    String label(CellGroup.Member member) {
        String kind = series(member.cell()) == SeriesKind.RESPONSE ? "response" : "service";
        return mixed ? member.label() + ": " + kind : member.label();
    }

    private static Stream<SeriesKind> series(CellGroup group) {
        return group.members().stream().map(member -> series(member.cell()));
    }
}
