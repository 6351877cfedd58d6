package org.busmark.bench.calibrate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.Verdict;

/** Exactly the verdict that the script deserves, with a reason of each kind that it deserves and of no other kind. */
final class VerdictQuestion implements Trial.Question {
    @Override
    public List<Check> ask(Observation observed) {
        Trial trial = observed.trial();
        Judgement judgement = observed.report().judgement();
        Set<String> missing = new TreeSet<>(trial.reasons());
        boolean surplus = false;
        boolean machine = false;
        for (String reason : judgement.reasons()) {
            boolean deserved = trial.reasons().stream().anyMatch(reason::contains);
            missing.removeIf(reason::contains);
            boolean ofMachine = Reasons.isOfMachine(reason, observed.isDisturbed());
            machine |= !deserved && ofMachine;
            surplus |= !deserved && !ofMachine;
        }
        boolean verdictFits = judgement.verdict() == trial.verdict()
                || (machine && trial.verdict() == Verdict.VALID && judgement.verdict() == Verdict.DEGRADED);
        boolean wrong = surplus || !missing.isEmpty() || !verdictFits;
        Check.Finding finding =
                wrong ? Check.Finding.INSTRUMENT : machine ? Check.Finding.MACHINE : Check.Finding.AGREES;
        return List.of(new Check(
                "verdict",
                words(trial.verdict(), trial.reasons()),
                words(judgement.verdict(), judgement.reasons()),
                "none",
                finding,
                finding == Check.Finding.MACHINE ? Check.TOO_BUSY : ""));
    }

    private static String words(Verdict verdict, Iterable<String> reasons) {
        String all = String.join("; ", reasons);
        return all.isEmpty() ? verdict.name() : verdict + ": " + all;
    }
}
