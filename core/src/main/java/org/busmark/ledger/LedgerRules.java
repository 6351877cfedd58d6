package org.busmark.ledger;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.bus.Disturbance;
import org.busmark.bus.Guarantee;

/** What a ledger says about a run. Pure. A loss that the guarantee allows is counted and shown, not punished. */
public final class LedgerRules {
    private static final Set<Disturbance> REPEAT_A_DELIVERY = Set.copyOf(
            EnumSet.of(Disturbance.REBALANCE, Disturbance.RECONNECT, Disturbance.RETRY, Disturbance.RESTART));

    // A system that flags redelivery flags it after these as well; only a second send leaves no trace in it.
    private static final Set<Disturbance> REPEAT_A_SEND = Set.of(Disturbance.RETRY);

    private LedgerRules() {}

    /**
     * Judges the totals of a run that is over.
     *
     * @param seen what disturbed the bus meanwhile
     * @param flagsRedelivery whether the system promises to flag what it delivers again; then a duplicate without flag
     *     is excused by a retry alone
     */
    public static Judgement judge(
            LedgerTotals totals, Guarantee guarantee, Set<Disturbance> seen, boolean flagsRedelivery) {
        List<Judgement> found = new ArrayList<>();
        if (guarantee.isAcknowledged()) {
            broken(found, totals.lost(), "acknowledged message", "lost");
            broken(found, totals.handedOver(), "send", "handed over without acknowledgement at " + guarantee);
        }
        broken(found, totals.corrupted(), "message", "corrupted");
        broken(found, totals.unexpected(), "delivery", "unexpected (never sent, rejected, or of another run)");
        broken(found, totals.outOfOrder(), "message", "out of order where order is promised");
        broken(found, totals.surplusOutcomes(), "outcome", "reported for a send that had one or never was");
        found.add(duplicates(totals.illegalDuplicates(), seen, flagsRedelivery));
        caution(found, totals.rejected(), "send", "rejected");
        caution(found, totals.unknown(), "send", "of unknown outcome");
        caution(found, totals.withoutOutcome(), "send", "without any outcome");
        if (seen.contains(Disturbance.FAILURE)) {
            found.add(Judgement.degraded("a client failed for good during the run, allowed none"));
        }
        return Judgement.worst(found);
    }

    private static Judgement duplicates(long count, Set<Disturbance> seen, boolean flagsRedelivery) {
        if (count == 0) {
            return Judgement.VALID;
        }
        String causes = seen.stream()
                .filter((flagsRedelivery ? REPEAT_A_SEND : REPEAT_A_DELIVERY)::contains)
                .sorted()
                .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String what = counted(count, "delivery", "repeated without a redelivery flag");
        return causes.isEmpty()
                ? Judgement.invalid(what + ", allowed 0 without a recorded cause")
                : Judgement.degraded(what + ", after " + causes + "; without that allowed 0");
    }

    private static void broken(List<Judgement> found, long count, String noun, String what) {
        if (count > 0) {
            found.add(Judgement.invalid(counted(count, noun, what) + ", allowed 0"));
        }
    }

    private static void caution(List<Judgement> found, long count, String noun, String what) {
        if (count > 0) {
            found.add(Judgement.degraded(counted(count, noun, what) + ", 0 expected"));
        }
    }

    private static String counted(long count, String noun, String what) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return count + " " + (count == 1 ? noun : plural) + " " + what;
    }
}
