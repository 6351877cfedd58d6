package org.busmark.bench.crosscheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.busmark.broker.BrokerException;
import org.busmark.workload.Workload;
import org.jspecify.annotations.Nullable;

/** A row as it grows round by round. Confined to one thread. */
final class RowDraft {
    private final Sides sides;
    private final Workload workload;
    private final List<RoundPair> pairs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    RowDraft(Sides sides, Workload workload) {
        this.sides = sides;
        this.workload = workload;
    }

    Workload workload() {
        return workload;
    }

    /**
     * Runs both sides. A side that fails makes a failure of the round; the other one runs all the same, so that the
     * rounds' rhythm does not change.
     *
     * @param telling hears which side begins
     */
    void round(int round, boolean toolFirst, Consumer<String> telling) throws IOException {
        Figures tool = toolFirst ? tool(round, telling) : null;
        Sides.Fork busmark = busmark(round, telling);
        if (!toolFirst) {
            tool = tool(round, telling);
        }
        if (tool != null && busmark != null) {
            pairs.add(new RoundPair(round, toolFirst, busmark.figures(), tool, busmark.verdict()));
        }
    }

    private @Nullable Figures tool(int round, Consumer<String> telling) throws IOException {
        telling.accept(sides.toolName());
        try {
            return sides.tool(workload, round);
        } catch (BrokerException e) {
            failures.add("round " + round + ": " + e.getMessage());
            return null;
        }
    }

    private Sides.@Nullable Fork busmark(int round, Consumer<String> telling) throws IOException {
        telling.accept("Busmark");
        try {
            return sides.busmark(workload, round);
        } catch (BrokerException e) {
            failures.add("round " + round + ": " + e.getMessage());
            return null;
        }
    }

    CrosscheckRow row() {
        return new CrosscheckRow(
                sides.bus(),
                sides.toolName(),
                sides.toolVersion(),
                sides.toolCommand(workload),
                workload.message().bytes(),
                workload.guarantee(),
                pairs,
                failures);
    }
}
