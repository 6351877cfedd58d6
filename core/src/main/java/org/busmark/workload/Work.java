package org.busmark.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a campaign does on every bus.
 *
 * @param items in the order of the table
 * @param rounds at least as many as any item has
 * @param brokers how long each broker lives
 */
public record Work(List<WorkItem> items, int rounds, BrokerLife brokers) {
    public Work {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("workloads is empty");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is " + rounds + "; allowed: at least 1");
        }
        for (WorkItem item : items) {
            if (item.rounds() > rounds) {
                throw new IllegalArgumentException("rounds of "
                        + item.workload().name() + " is " + item.rounds() + "; allowed: at most " + rounds);
            }
        }
    }

    /** Each of these in every round, with brokers that live throughout. */
    public static Work figures(List<Workload> workloads, int rounds) {
        return new Work(
                workloads.stream()
                        .map(workload -> new WorkItem(workload, rounds, Question.FIGURES))
                        .toList(),
                rounds,
                BrokerLife.ONCE);
    }

    /** The items' workloads. */
    public List<Workload> workloads() {
        return items.stream().map(WorkItem::workload).toList();
    }

    /** With each item changed. Of items that come to ask the same of the same workload, one is left. */
    public Work map(UnaryOperator<WorkItem> change) {
        Map<WorkItem, WorkItem> kept = new LinkedHashMap<>();
        for (WorkItem item : items) {
            WorkItem changed = change.apply(item);
            kept.merge(changed.withRounds(1), changed, (one, other) -> one.rounds() >= other.rounds() ? one : other);
        }
        return new Work(new ArrayList<>(kept.values()), rounds, brokers);
    }

    /** In so many rounds: items that run in every round follow, others keep theirs as far as there are as many. */
    public Work inRounds(int other) {
        List<WorkItem> changed = items.stream()
                .map(item -> item.withRounds(item.rounds() == rounds ? other : Math.min(item.rounds(), other)))
                .toList();
        return new Work(changed, other, brokers);
    }
}
