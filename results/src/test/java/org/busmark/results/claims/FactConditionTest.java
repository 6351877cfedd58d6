package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.busmark.ledger.Verdict;
import org.busmark.results.record.ClaimRecord.ClaimVerdict;
import org.junit.jupiter.api.Test;

final class FactConditionTest {
    private static final String QUORUM = "- fact: {bus: kafka, name: quorum, is: 'KRaft*', means: OUTDATED}";
    private static final Map<String, String> KRAFT = Map.of("quorum", "KRaft, leader 1");

    @Test
    void outdatedByWhatTheBrokerSays() throws IOException {
        ClaimOf claim = ClaimOf.conditions(QUORUM, new MadeUpRun().reporting("kafka", Verdict.VALID, KRAFT))
                .is(ClaimVerdict.OUTDATED)
                .because("changed since: Kafka says of its quorum: KRaft, leader 1");
        assertEquals(List.of("kafka-facts"), claim.evidence(0).cells());
    }

    @Test
    void meansWhatItsAuthorSays() throws IOException {
        MadeUpRun run = new MadeUpRun().reporting("kafka", Verdict.DEGRADED, KRAFT);
        ClaimOf.conditions(QUORUM.replace("OUTDATED", "SUPPORTED"), run).is(ClaimVerdict.SUPPORTED);
        ClaimOf.conditions(QUORUM.replace("OUTDATED", "REFUTED"), run).is(ClaimVerdict.REFUTED);
    }

    @Test
    void anotherValueShowsNothing() throws IOException {
        ClaimOf.conditions(QUORUM, new MadeUpRun().reporting("kafka", Verdict.VALID, Map.of("quorum", "ZooKeeper")))
                .is(ClaimVerdict.NOT_SHOWN);
    }

    @Test
    void notToBeToldIsNoAnswer() throws IOException {
        MadeUpRun silent =
                new MadeUpRun().reporting("kafka", Verdict.VALID, Map.of("quorum", "not told: no right to ask"));
        assertEquals(
                "missing: Kafka says of its quorum: not told: no right to ask",
                ClaimOf.conditions(QUORUM, silent)
                        .is(ClaimVerdict.UNDECIDED)
                        .evidence(0)
                        .text());
        ClaimOf.conditions(QUORUM.replace("KRaft*", "*"), silent).is(ClaimVerdict.UNDECIDED);
    }

    @Test
    void versionsAndProvisioningAreFactsToo() throws IOException {
        for (String fact : List.of("name: clientVersion, is: 4.*", "name: brokerVersion, is: 4.4.0")) {
            ClaimOf.conditions("- fact: {bus: kafka, %s, means: SUPPORTED}".formatted(fact), new MadeUpRun())
                    .is(ClaimVerdict.SUPPORTED);
        }
        ClaimOf.conditions("- fact: {bus: kafka, name: provisioning, is: 'native*', means: REFUTED}", new MadeUpRun())
                .is(ClaimVerdict.REFUTED)
                .because("refutes: Kafka says of its provisioning: native: Maven Central");
    }

    @Test
    void undecidedWhereItIsNotToldOrTheCellIsInvalid() throws IOException {
        ClaimOf.conditions(QUORUM, new MadeUpRun().reporting("zeromq", Verdict.VALID, KRAFT))
                .is(ClaimVerdict.UNDECIDED)
                .because(
                        "missing: in this run Kafka does not tell its quorum",
                        "to measure what is missing: ./busmark run --suite standard");
        ClaimOf.conditions(QUORUM, new MadeUpRun().reporting("kafka", Verdict.INVALID, KRAFT))
                .is(ClaimVerdict.UNDECIDED);
    }
}
