package org.busmark.bench.calibrate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.busmark.latency.Series;
import org.busmark.latency.SeriesName;
import org.busmark.ledger.LedgerTotals;
import org.busmark.simulated.Count;
import org.busmark.simulated.Fate;
import org.busmark.simulated.Script;
import org.busmark.simulated.Truth;

/**
 * Every count of the ledger, exactly. What was scripted for a send is drawn here once more from the seed; only how many
 * were sent, and which overtook which, the standard must tell.
 */
final class CountsQuestion implements Trial.Question {
    @Override
    public List<Check> ask(Observation observed) {
        Script script = observed.trial().parsedScript();
        Truth standard = observed.standard();
        LedgerTotals ledger = observed.report().ledger();
        long sent = standard.count(Count.SENT);
        Map<Fate, Long> fates = fates(script, sent);
        long rejected = count(fates, Fate.REJECTED);
        long taken = sent - rejected;
        long corrupted = count(fates, Fate.CORRUPTED);
        long lost = count(fates, Fate.LOST) + corrupted;
        long flagged = count(fates, Fate.REPEATED_FLAGGED);
        long unflagged = count(fates, Fate.REPEATED_UNFLAGGED);
        boolean acknowledged = observed.trial().guarantee().isAcknowledged();
        long acksLost = acknowledged ? acksLost(script, sent) : 0;

        List<Check> checks = new ArrayList<>();
        checks.add(standard(standard, fates, lost - corrupted, acksLost));
        checks.add(Check.count("attempted", sent, ledger.attempted()));
        checks.add(Check.count("handed over", acknowledged ? 0 : taken, ledger.handedOver()));
        checks.add(Check.count("acknowledged", acknowledged ? taken - acksLost : 0, ledger.acknowledged()));
        checks.add(Check.count("rejected", rejected, ledger.rejected()));
        checks.add(Check.count("unknown outcomes", acksLost, ledger.unknown()));
        checks.add(Check.count("without outcome", 0, ledger.withoutOutcome()));
        checks.add(Check.count("surplus outcomes", 0, ledger.surplusOutcomes()));
        checks.add(Check.count("delivered", taken - lost + flagged + unflagged, ledger.delivered()));
        checks.add(Check.count("ok", taken - lost, ledger.ok()));
        checks.add(Check.count("lost", lost, ledger.lost()));
        checks.add(Check.count("unexpected", 0, ledger.unexpected()));
        checks.add(Check.count("duplicated", flagged + unflagged, ledger.duplicated()));
        checks.add(Check.count("duplicated without flag", unflagged, ledger.illegalDuplicates()));
        checks.add(Check.count("redelivered", flagged, ledger.redelivered()));
        checks.add(Check.count("recovered", acksLost, ledger.recovered()));
        checks.add(Check.count("out of order", standard.count(Count.OUT_OF_ORDER_WITHIN), ledger.outOfOrder()));
        checks.add(Check.count("corrupted", corrupted, ledger.corrupted()));
        checks.add(Check.count("response samples", taken - lost + flagged + unflagged, responses(observed)));
        return checks;
    }

    /** Whether the standard did what its script says; if not, nothing can be said of the instrument. */
    private static Check standard(Truth did, Map<Fate, Long> fates, long lost, long acksLost) {
        boolean obeyed = did.count(Count.REJECTED) == count(fates, Fate.REJECTED)
                && did.count(Count.LOST) == lost
                && did.count(Count.CORRUPTED) == count(fates, Fate.CORRUPTED)
                && did.count(Count.REPEATED_FLAGGED) == count(fates, Fate.REPEATED_FLAGGED)
                && did.count(Count.REPEATED_UNFLAGGED) == count(fates, Fate.REPEATED_UNFLAGGED)
                && did.count(Count.ACKS_LOST) == acksLost
                && (did.count(Count.OUT_OF_ORDER_WITHIN) > 0) == (count(fates, Fate.OVERTAKEN_WITHIN) > 0)
                && (did.count(Count.OUT_OF_ORDER_ACROSS) > 0 || count(fates, Fate.OVERTAKEN_ACROSS) == 0);
        return new Check(
                "the standard's own count",
                "as scripted",
                obeyed ? "as scripted" : "other than scripted: " + did.counts(),
                "0",
                Check.agree(obeyed));
    }

    private static Map<Fate, Long> fates(Script script, long sent) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        for (long sequence = 0; sequence < sent; sequence++) {
            fates.merge(script.fate(0, sequence), 1L, Long::sum);
        }
        return fates;
    }

    private static long acksLost(Script script, long sent) {
        long lost = 0;
        for (long sequence = 0; sequence < sent; sequence++) {
            lost += script.losesAck(0, sequence) && script.fate(0, sequence) != Fate.REJECTED ? 1 : 0;
        }
        return lost;
    }

    private static long count(Map<Fate, Long> fates, Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    private static long responses(Observation observed) {
        return observed.series(SeriesName.RESPONSE).map(Series::count).orElse(0L);
    }
}
