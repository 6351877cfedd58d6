package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Guarantee;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A contract that nothing can fail is worth nothing: each fault must be found by the check that is there for it. */
final class ContractFindsFaultsTest {
    private static final Guarantee GUARANTEE = Guarantee.FIRE_AND_FORGET;

    /** Spent in full by each fault that makes a message or a release not come. */
    private static final Duration PATIENCE_WITH_FAULTS = Duration.ofSeconds(2);

    /** A part of the contract, as applied to one contestant. */
    private interface Check {
        void of(Contestant contestant) throws Exception;
    }

    private static final Map<Fault, Check> CHECKS = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.LOSES_A_MESSAGE, contestant -> new DeliveryChecks(contestant).order(GUARANTEE)),
            Map.entry(Fault.DELIVERS_TWICE, contestant -> new DeliveryChecks(contestant).members(GUARANTEE, 4, 2)),
            Map.entry(Fault.SWAPS_TWO_MESSAGES, contestant -> new DeliveryChecks(contestant).order(GUARANTEE)),
            Map.entry(Fault.CHANGES_A_BYTE, contestant -> new DeliveryChecks(contestant).explicitPartition(GUARANTEE)),
            Map.entry(
                    Fault.READS_THE_PAYLOAD_LATE,
                    contestant -> new DeliveryChecks(contestant).payloadBelongsToTheCallerAfterSend(GUARANTEE)),
            Map.entry(
                    Fault.IGNORES_THE_PARTITION,
                    contestant -> new DeliveryChecks(contestant).explicitPartition(GUARANTEE)),
            Map.entry(
                    Fault.SPREADS_A_KEY, contestant -> new DeliveryChecks(contestant).keyKeepsItsPartition(GUARANTEE)),
            Map.entry(
                    Fault.MISSES_AN_OUTCOME,
                    contestant -> new OutcomeChecks(contestant).everySendHasOneOutcome(GUARANTEE)),
            Map.entry(
                    Fault.TELLS_AN_OUTCOME_TWICE,
                    contestant -> new OutcomeChecks(contestant).everySendHasOneOutcome(GUARANTEE)),
            Map.entry(
                    Fault.TELLS_AN_OUTCOME_AFTER_CLOSE,
                    contestant -> new OutcomeChecks(contestant).everySendHasOneOutcome(GUARANTEE)),
            Map.entry(
                    Fault.CHANGES_THE_TOKEN,
                    contestant -> new OutcomeChecks(contestant).everySendHasOneOutcome(GUARANTEE)),
            Map.entry(
                    Fault.ACKNOWLEDGES_WHAT_NOBODY_PROMISED,
                    contestant -> new OutcomeChecks(contestant).everySendHasOneOutcome(GUARANTEE)),
            Map.entry(
                    Fault.DELIVERS_AFTER_CLOSE,
                    contestant -> new ClosingChecks(contestant).consumerClosesWhileBusy(GUARANTEE)),
            Map.entry(
                    Fault.OVERLAPS_LISTENER_CALLS,
                    contestant -> new DeliveryChecks(contestant).slowListener(GUARANTEE)),
            Map.entry(Fault.TAKES_ANY_SETTING, contestant -> new ConnectionChecks(contestant).refusesUnknownSetting()),
            Map.entry(
                    Fault.CONNECTS_TO_NOWHERE,
                    contestant -> new ConnectionChecks(contestant).refusesUnreachable(Map.of("unreachable", "yes"))),
            Map.entry(
                    Fault.TAKES_A_TOPIC_TWICE,
                    contestant -> new ConnectionChecks(contestant).refusesTopicThatExists(GUARANTEE)),
            Map.entry(
                    Fault.SHOWS_THE_PASSWORD,
                    contestant -> new ConnectionChecks(contestant).factsTellVersionsAndNoSecret()),
            Map.entry(
                    Fault.LEAKS_A_THREAD, contestant -> new LeakCheck(contestant).openAndCloseAHundredTimes(GUARANTEE)),
            Map.entry(
                    Fault.LEAKS_A_SOCKET,
                    contestant -> new LeakCheck(contestant).openAndCloseAHundredTimes(GUARANTEE))));

    @AfterAll
    static void endLeaks() throws IOException {
        FaultyBus.endLeaks();
    }

    @Test
    void everyFaultHasItsCheck() {
        assertEquals(EnumSet.complementOf(EnumSet.of(Fault.NONE)), CHECKS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsFound() {
        return CHECKS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().name(), () -> assertFound(entry.getKey(), entry.getValue())));
    }

    private static void assertFound(Fault fault, Check check) {
        AssertionError found = assertThrows(AssertionError.class, () -> check.of(contestant(fault)));
        assertTrue(String.valueOf(found.getMessage()).contains(fault.finding()), found::toString);
    }

    @TestFactory
    Stream<DynamicTest> theSameCheckFindsNothingElse() {
        return CHECKS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().name(), () -> entry.getValue().of(contestant(Fault.NONE))));
    }

    private static Contestant contestant(Fault fault) {
        return new Contestant(
                new FaultyAdapter(fault),
                new BusSettings(Map.of("password", "open-sesame"), Map.of()),
                fault == Fault.NONE ? Contestant.PATIENCE : PATIENCE_WITH_FAULTS);
    }
}
