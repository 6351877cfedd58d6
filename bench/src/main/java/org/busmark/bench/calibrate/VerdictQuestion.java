package org.busmark.bench.calibrate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.busmark.ledger.Judgement;
import org.busmark.ledger.Verdict;
import org.busmark.verdict.Reason;

/**
 * Exactly the verdict that the script deserves, with a reason of each kind that it deserves and of no other kind. A reason
 * that blames the machine on which a calibration runs is the machine's, and still no pass.
 */
final class VerdictQuestion implements Trial.Question {
    /** The machine's where the standard itself saw sends or deliveries come much too late. */
    private static final Set<Reason> OF_DISTURBED_MACHINE = EnumSet.of(Reason.OFFERED_RATE, Reason.NO_STEADY_STATE);

    @Override
    public List<Check> ask(Observation observed) {
        Trial trial = observed.trial();
        Judgement judgement = observed.report().judgement();
        Check.Finding finding = finding(trial, judgement, observed.isDisturbed());
        return List.of(new Check(
                "verdict",
                words(
                        trial.verdict(),
                        trial.reasons().stream().map(Reason::words).sorted().toList()),
                words(judgement.verdict(), judgement.reasons()),
                "none",
                finding,
                finding == Check.Finding.MACHINE ? Check.TOO_BUSY : ""));
    }

    private static Check.Finding finding(Trial trial, Judgement judgement, boolean disturbed) {
        Set<Reason> given = judgement.reasons().stream()
                .map(Reason::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
        boolean known = judgement.reasons().stream()
                .allMatch(reason -> Reason.of(reason).isPresent());
        if (!known || !given.containsAll(trial.reasons())) {
            return Check.Finding.INSTRUMENT;
        }
        given.removeAll(trial.reasons());
        boolean machine = !given.isEmpty();
        given.removeIf(Reason::isOfMachine);
        if (disturbed) {
            given.removeAll(OF_DISTURBED_MACHINE);
        }
        Verdict deserved = machine && trial.verdict() == Verdict.VALID ? Verdict.DEGRADED : trial.verdict();
        if (!given.isEmpty() || judgement.verdict() != deserved) {
            return Check.Finding.INSTRUMENT;
        }
        return machine ? Check.Finding.MACHINE : Check.Finding.AGREES;
    }

    private static String words(Verdict verdict, List<String> reasons) {
        return reasons.isEmpty() ? verdict.name() : verdict + ": " + String.join("; ", reasons);
    }
}
