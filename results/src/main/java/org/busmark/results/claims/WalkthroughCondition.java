package org.busmark.results.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.OneOf;
import org.busmark.results.files.YamlMapping;
import org.busmark.results.record.WalkthroughRecord;
import org.busmark.results.record.WalkthroughRecord.Arrival;
import org.busmark.results.record.WalkthroughRecord.Variant;

/** The source document's example came out as it says. Every bus and variant that is listed must be there. */
record WalkthroughCondition(List<String> buses, List<Variant> steps, Shows shows) implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("bus", "steps", "shows"));

    /** What the example is said to show. */
    enum Shows {
        /** The group reads every message once, and nothing else. */
        ALL_READ("all read"),
        /** The group reads all of them in the order in which they were sent, over all partitions. */
        READ_AS_SENT("read as sent");

        private final String text;

        Shows(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static WalkthroughCondition read(YamlMapping yaml) throws InvalidFileException {
        return new WalkthroughCondition(
                yaml.values("bus", Keys::bus),
                yaml.values(
                        "steps", text -> OneOf.named(Variant.values(), WalkthroughCondition::words, text, "variant")),
                yaml.value("shows", text -> OneOf.named(Shows.values(), Shows::text, text, "result")));
    }

    @Override
    public List<Finding> findings(Measurements run) {
        List<Finding> findings = new ArrayList<>();
        for (String bus : buses) {
            for (Variant variant : steps) {
                findings.add(run.document().walkthroughs().stream()
                        .filter(walked -> walked.bus().equals(bus) && walked.variant() == variant)
                        .findFirst()
                        .map(walked -> finding(run, walked))
                        .orElseGet(() -> Finding.without(
                                Outcome.MISSING,
                                "the walkthrough, " + words(variant) + ": this run did not take "
                                        + run.text().bus(bus) + " through it")));
            }
        }
        return findings;
    }

    private Finding finding(Measurements run, WalkthroughRecord walked) {
        String where = run.text().bus(walked.bus()) + ", " + words(walked.variant()) + ": ";
        if (walked.failure() != null) {
            return Finding.without(Outcome.MISSING, where + "the steps could not be taken: " + walked.failure());
        }
        return shows == Shows.ALL_READ
                ? finding(
                        run,
                        walked,
                        walked.arrivedOnce() ? Outcome.SUPPORTS : Outcome.REFUTES,
                        where + read(walked) + " of " + walked.sent().size() + " messages read")
                : order(run, walked, where);
    }

    /** A few messages that came as sent may have been lucky; one that did not breaks the order for good. */
    private Finding order(Measurements run, WalkthroughRecord walked, String where) {
        if (!walked.arrivedOnce()) {
            return Finding.without(
                    Outcome.MISSING,
                    where + "only " + read(walked) + " of " + walked.sent().size()
                            + " messages read, which shows no order");
        }
        if (walked.inOrder()) {
            return finding(
                    run,
                    walked,
                    Outcome.SHOWS_NOTHING,
                    where + walked.sent().size() + " messages came as sent, too few to show that they always do");
        }
        return finding(
                run,
                walked,
                Outcome.REFUTES,
                where + walked.sent().size() + " messages came in another order than they were sent, "
                        + (walked.inOrderWithinPartitions()
                                ? "each partition's in order"
                                : "and not even each partition's in order"));
    }

    private static Finding finding(Measurements run, WalkthroughRecord walked, Outcome outcome, String text) {
        return new Finding(
                outcome,
                List.of(),
                text,
                (double) read(walked),
                Map.of(
                        Dimension.BUS, run.text().bus(walked.bus()),
                        Dimension.STEPS, words(walked.variant()),
                        Dimension.WORKLOAD, "walkthrough"));
    }

    private static String words(Variant variant) {
        return switch (variant) {
            case AS_WRITTEN -> "as written";
            case MENDED -> "mended";
        };
    }

    /** Different messages: one that came twice was read once. */
    private static long read(WalkthroughRecord walked) {
        return walked.arrivals().stream()
                .mapToInt(Arrival::message)
                .filter(message -> message >= 0)
                .distinct()
                .count();
    }
}
