package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimJudgeTest {
    @ParameterizedTest
    @CsvSource({
        "SUPPORTS, SUPPORTED",
        "REFUTES, REFUTED",
        "SHOWS_NOTHING, NOT_SHOWN",
        "CHANGED, OUTDATED",
        "MISSING, UNDECIDED",
        "OPEN, UNDECIDED",
        "SUPPORTS REFUTES, DEPENDS",
        "SUPPORTS SHOWS_NOTHING, DEPENDS",
        "REFUTES SHOWS_NOTHING, DEPENDS",
        "SUPPORTS REFUTES MISSING OPEN, DEPENDS",
        "SUPPORTS MISSING, UNDECIDED",
        "REFUTES OPEN, UNDECIDED",
        "SHOWS_NOTHING OPEN, UNDECIDED",
        "SUPPORTS SHOWS_NOTHING MISSING, UNDECIDED",
        "CHANGED SUPPORTS REFUTES MISSING, OUTDATED"
    })
    void oneVerdictOfManyOutcomes(String outcomes, ClaimVerdict verdict) {
        Set<Outcome> set = EnumSet.noneOf(Outcome.class);
        for (String outcome : outcomes.split(" ", -1)) {
            set.add(Outcome.valueOf(outcome));
        }
        assertEquals(verdict, ClaimJudge.verdict(set));
    }

    @Test
    void nothingFoundIsUndecided() {
        assertEquals(ClaimVerdict.UNDECIDED, ClaimJudge.verdict(Set.of()));
    }

    /** Whatever is added to what is missing, a verdict that was given in spite of it stays. */
    @Test
    void whatIsMissingCouldNotHaveChangedTheVerdictThatWasGiven() {
        Set<Outcome> decided = EnumSet.of(Outcome.SUPPORTS, Outcome.REFUTES, Outcome.SHOWS_NOTHING);
        for (int bits = 0; bits < 8; bits++) {
            Set<Outcome> found = EnumSet.of(Outcome.MISSING);
            int bit = 0;
            for (Outcome outcome : decided) {
                if ((bits >> bit++ & 1) == 1) {
                    found.add(outcome);
                }
            }
            ClaimVerdict given = ClaimJudge.verdict(found);
            if (given == ClaimVerdict.UNDECIDED) {
                continue;
            }
            for (Outcome later : decided) {
                Set<Outcome> measured = EnumSet.copyOf(found);
                measured.remove(Outcome.MISSING);
                measured.add(later);
                assertEquals(given, ClaimJudge.verdict(measured), () -> found + " and then " + later);
            }
        }
    }
}
