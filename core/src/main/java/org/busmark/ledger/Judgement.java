package org.busmark.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * A verdict with its reasons in words, each with the value and the limit.
 *
 * @param reasons none exactly when the verdict is VALID
 */
public record Judgement(Verdict verdict, List<String> reasons) {
    /** Nothing to object to. */
    public static final Judgement VALID = new Judgement(Verdict.VALID, List.of());

    public Judgement {
        reasons = List.copyOf(reasons);
        if ((verdict == Verdict.VALID) != reasons.isEmpty()) {
            throw new IllegalArgumentException("verdict and reasons do not agree: " + verdict + ", " + reasons);
        }
    }

    /** A caution. */
    public static Judgement degraded(String reason) {
        return new Judgement(Verdict.DEGRADED, List.of(reason));
    }

    /** A broken promise. */
    public static Judgement invalid(String reason) {
        return new Judgement(Verdict.INVALID, List.of(reason));
    }

    /** The worst verdict of all, with the reasons of all, worst first. */
    public static Judgement worst(List<Judgement> judgements) {
        List<String> reasons = new ArrayList<>();
        Verdict worst = Verdict.VALID;
        for (Verdict verdict : List.of(Verdict.INVALID, Verdict.DEGRADED)) {
            for (Judgement judgement : judgements) {
                if (judgement.verdict == verdict) {
                    reasons.addAll(judgement.reasons);
                    worst = worst.compareTo(verdict) < 0 ? verdict : worst;
                }
            }
        }
        return new Judgement(worst, reasons);
    }

    /** Both: the worse verdict, all reasons, worst first. */
    public Judgement and(Judgement other) {
        return worst(List.of(this, other));
    }
}
