package org.busmark.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.busmark.bus.OrderingScope;
import org.busmark.bus.SendOutcome;

/** The ledger's definitions, word for word, with a map for everything. Slow, single-threaded. */
final class ReferenceLedger {
    private final LedgerSpec spec;
    private final Map<Integer, Long> attempts = new HashMap<>();
    private final Map<Integer, Long> scheduled = new HashMap<>();
    private final Map<Message, SendOutcome> outcomes = new HashMap<>();
    private final Map<Receipt, Integer> receipts = new HashMap<>();
    private final Map<Scope, Long> highest = new HashMap<>();

    private long delivered;
    private long impossible;
    private long foreign;
    private long corrupted;
    private long redelivered;
    private long illegal;
    private long outOfOrder;
    private long surplus;

    ReferenceLedger(LedgerSpec spec) {
        this.spec = spec;
    }

    private record Message(int producer, long sequence) {}

    private record Receipt(int group, Message message) {}

    private record Scope(int group, int member, int producer, int partition) {}

    void attempt(int producer) {
        attempts.merge(producer, 1L, Long::sum);
    }

    void scheduled(int producer, long count) {
        scheduled.merge(producer, count, Long::sum);
    }

    void outcome(int producer, long sequence, SendOutcome outcome) {
        Message message = new Message(producer, sequence);
        if (!isAttempted(message) || outcomes.putIfAbsent(message, outcome) != null) {
            surplus++;
        }
    }

    void delivered(int group, int member, int producer, long sequence, int partition, boolean flagged) {
        delivered++;
        if (producer < 0 || producer >= spec.producers() || partition < 0 || partition >= spec.partitions()) {
            impossible++;
            return;
        }
        redelivered += flagged ? 1 : 0;
        if (sequence < 0 || sequence >= 1L << 40) {
            impossible++;
            return;
        }
        Receipt receipt = new Receipt(group, new Message(producer, sequence));
        if (receipts.merge(receipt, 1, Integer::sum) > 1) {
            illegal += flagged ? 0 : 1;
            return;
        }
        if (spec.order() != OrderingScope.NONE) {
            int where = spec.order() == OrderingScope.PARTITION ? partition : -1;
            Scope scope = new Scope(group, member, producer, where);
            long before = highest.getOrDefault(scope, -1L);
            outOfOrder += sequence < before ? 1 : 0;
            highest.put(scope, Math.max(before, sequence));
        }
    }

    void corrupted() {
        corrupted++;
    }

    void foreign() {
        foreign++;
    }

    long deliveredByEveryGroup(int producer) {
        long smallest = Long.MAX_VALUE;
        for (int group = 0; group < spec.groups(); group++) {
            int g = group;
            long distinct = receipts.keySet().stream()
                    .filter(receipt -> receipt.group == g && receipt.message.producer == producer)
                    .count();
            smallest = Math.min(smallest, distinct);
        }
        return smallest;
    }

    /** Everything but the offenders. */
    LedgerTotals totals() {
        long groups = spec.groups();
        long duplicated =
                receipts.values().stream().mapToLong(times -> times - 1).sum();
        return new LedgerTotals(
                sum(scheduled, attempts) * groups,
                sum(attempts, Map.of()) * groups,
                count(SendOutcome.HANDED_OVER) * groups,
                count(SendOutcome.ACKNOWLEDGED) * groups,
                count(SendOutcome.REJECTED) * groups,
                count(SendOutcome.UNKNOWN) * groups,
                delivered,
                arrivedWith(Set.of(SendOutcome.values()), true),
                lost(),
                impossible + foreign + arrivedWith(Set.of(SendOutcome.REJECTED), false) + neverSent(),
                duplicated,
                illegal,
                redelivered,
                arrivedWith(Set.of(SendOutcome.UNKNOWN), true),
                outOfOrder,
                corrupted,
                surplus,
                java.util.List.of());
    }

    private boolean isAttempted(Message message) {
        return message.sequence >= 0 && message.sequence < attempts.getOrDefault(message.producer, 0L);
    }

    private long sum(Map<Integer, Long> map, Map<Integer, Long> otherwise) {
        long sum = 0;
        for (int producer = 0; producer < spec.producers(); producer++) {
            sum += map.getOrDefault(producer, otherwise.getOrDefault(producer, 0L));
        }
        return sum;
    }

    private long count(SendOutcome outcome) {
        return outcomes.values().stream().filter(o -> o == outcome).count();
    }

    private long arrivedWith(Set<SendOutcome> wanted, boolean orWithout) {
        return receipts.keySet().stream()
                .map(Receipt::message)
                .filter(this::isAttempted)
                .filter(message -> outcomes.containsKey(message) ? wanted.contains(outcomes.get(message)) : orWithout)
                .count();
    }

    private long neverSent() {
        return receipts.keySet().stream()
                .filter(receipt -> !isAttempted(receipt.message))
                .count();
    }

    private long lost() {
        Set<Receipt> due = new HashSet<>();
        outcomes.forEach((message, outcome) -> {
            if (outcome == SendOutcome.ACKNOWLEDGED || outcome == SendOutcome.HANDED_OVER) {
                for (int group = 0; group < spec.groups(); group++) {
                    due.add(new Receipt(group, message));
                }
            }
        });
        due.removeAll(receipts.keySet());
        return due.size();
    }
}
