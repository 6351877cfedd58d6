package org.busmark.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.busmark.broker.BrokerException;
import org.busmark.broker.LoopbackPorts;
import org.busmark.broker.ProvisionsBroker;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusSettings;
import org.busmark.bus.Capabilities;
import org.busmark.bus.Guarantee;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/**
 * What every adapter must do, tried on the real system. An adapter's test extends it and names the adapter:
 *
 * <pre>{@code
 * final class LoopbackContractTest extends BusContractTest {
 *     @Override
 *     protected BusAdapter adapter() {
 *         return new LoopbackAdapter();
 *     }
 * }
 * }</pre>
 *
 * <p>An adapter that provisions a broker gets one private broker for the class, and another one for the test in which
 * the broker goes away; a broker that cannot be had <em>fails</em> the class. Which tests there are follows from the
 * adapter's capabilities and guarantees alone, so their number is the same on every machine. Each test has a bound: an
 * adapter that hangs fails.
 *
 * <p>Threading: tests run one after the other, each on a thread of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BusContractTest {
    private static final List<Integer> SIZES_BYTES = List.of(32, 100, 1 << 10, 64 << 10, 1 << 20);
    private static final Duration TEST_BOUND = Duration.ofMinutes(3);
    private static final Duration LEAK_BOUND = Duration.ofMinutes(10);
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}\\b");

    private @Nullable PrivateBroker broker;

    /** For an adapter's own test. */
    protected BusContractTest() {}

    /** The adapter under test; the same kind at each call. */
    protected abstract BusAdapter adapter();

    /** How the system is reached, for an adapter that does not provision a broker itself; nothing unless overridden. */
    protected Map<String, String> connection() {
        return Map.of();
    }

    /**
     * The connection changed so that nobody answers: each {@code :port} and each value of a name that ends in
     * {@code port} becomes a port that is free.
     */
    protected Map<String, String> unreachable(Map<String, String> connection) {
        String free = String.valueOf(LoopbackPorts.free(1)[0]);
        Map<String, String> changed = new HashMap<>();
        connection.forEach((name, value) -> changed.put(
                name, name.endsWith("port") ? free : PORT.matcher(value).replaceAll(":" + free)));
        return changed;
    }

    @BeforeAll
    final void startBroker() throws BrokerException, IOException {
        if (adapter() instanceof ProvisionsBroker provisions) {
            broker = PrivateBroker.start(provisions.brokerRecipe());
        }
    }

    @AfterAll
    final void stopBroker() {
        if (broker != null) {
            broker.close();
        }
    }

    @TestFactory
    final Stream<DynamicTest> declaresWhatItIs() {
        return Stream.of(test("id, name and guarantees", this::assertDeclared));
    }

    private void assertDeclared() {
        assertTrue(adapter().id().matches("[a-z0-9]+"), () -> "id: " + adapter().id());
        assertFalse(adapter().displayName().isBlank(), "displayName is blank");
        assertFalse(adapter().guarantees().isEmpty(), "no guarantee is offered");
        assertEquals(adapter().capabilities(), adapter().capabilities(), "capabilities at two calls");
    }

    @TestFactory
    final Stream<DynamicTest> roundTrip() {
        return SIZES_BYTES.stream()
                .filter(bytes -> bytes <= capabilities().maxMessageBytes())
                .flatMap(bytes ->
                        atEach(bytes + " bytes", guarantee -> deliveries().roundTrip(guarantee, bytes)));
    }

    @TestFactory
    final Stream<DynamicTest> payloadBelongsToTheCallerAfterSend() {
        return atEach(
                "payload and key overwritten", guarantee -> deliveries().payloadBelongsToTheCallerAfterSend(guarantee));
    }

    @TestFactory
    final Stream<DynamicTest> order() {
        return atEach(
                "3 partitions, 2 producers, 2 members",
                guarantee -> deliveries().order(guarantee));
    }

    @TestFactory
    final Stream<DynamicTest> partitions() {
        return Stream.of(
                        atEach("explicit", guarantee -> deliveries().explicitPartition(guarantee)),
                        atEach("by key", guarantee -> deliveries().keyKeepsItsPartition(guarantee)),
                        atEach("any", guarantee -> deliveries().anyPartitionWithoutKey(guarantee)))
                .flatMap(tests -> tests);
    }

    @TestFactory
    final Stream<DynamicTest> groupsAndMembers() {
        List<Stream<DynamicTest>> tests = new ArrayList<>();
        tests.add(atEach("2 members, 4 partitions", guarantee -> deliveries().members(guarantee, 4, 2)));
        if (capabilities().groupsShareAPartition()) {
            tests.add(atEach("3 members, 1 partition", guarantee -> deliveries().members(guarantee, 1, 3)));
        }
        if (capabilities().patterns().contains(org.busmark.bus.Pattern.FAN_OUT)) {
            tests.add(atEach("2 groups", guarantee -> deliveries().groups(guarantee, 1, 1)));
            tests.add(atEach("2 groups of 2 members", guarantee -> deliveries().groups(guarantee, 2, 2)));
        }
        if (capabilities().keepsForLateGroups()) {
            tests.add(atEach("a late group", guarantee -> deliveries().lateGroup(guarantee)));
        }
        return tests.stream().flatMap(each -> each);
    }

    @TestFactory
    final Stream<DynamicTest> holdsWhatTheCallerLeavesOutstanding() {
        String[] groups = capabilities().patterns().contains(org.busmark.bus.Pattern.FAN_OUT)
                ? new String[] {"left", "right"}
                : new String[] {"group"};
        return atEach("5 full windows", guarantee -> deliveries().fullWindows(guarantee, groups));
    }

    @TestFactory
    final Stream<DynamicTest> producersOnThreadsOfTheirOwn() {
        return atEach("3 producers", guarantee -> deliveries().severalProducers(guarantee));
    }

    @TestFactory
    final Stream<DynamicTest> everySendHasOneOutcome() {
        return atEach("1000 sends", guarantee -> outcomes().everySendHasOneOutcome(guarantee));
    }

    @TestFactory
    final Stream<DynamicTest> acknowledgedIsDelivered() {
        return Stream.concat(
                atEachAcknowledged("500 sends", guarantee -> outcomes().acknowledgedIsDelivered(guarantee)),
                atEachAcknowledged("a slow listener", guarantee -> deliveries().slowListener(guarantee)));
    }

    @TestFactory
    final Stream<DynamicTest> closing() {
        return Stream.of(
                        atEach("a busy consumer", guarantee -> closings().consumerClosesWhileBusy(guarantee)),
                        atEach("a busy bus", guarantee -> closings().busClosesWhileBusy(guarantee)),
                        atEach("twice", guarantee -> closings().closesTwice(guarantee)))
                .flatMap(tests -> tests);
    }

    @TestFactory
    final Stream<DynamicTest> connecting() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test("facts", () -> connections().factsTellVersionsAndNoSecret()));
        tests.add(test("an unknown setting", () -> connections().refusesUnknownSetting()));
        tests.add(test("a topic that exists", () -> connections().refusesTopicThatExists(weakest())));
        if (capabilities().needsBroker()) {
            tests.add(test(
                    "an unreachable address",
                    () -> connections()
                            .refusesUnreachable(
                                    unreachable(contestant().settings().connection()))));
        }
        EnumSet.complementOf(EnumSet.copyOf(adapter().guarantees().keySet()))
                .forEach(guarantee -> tests.add(test(
                        "not offered: " + guarantee, () -> connections().refusesGuaranteeThatIsNotOffered(guarantee))));
        return tests.stream();
    }

    @TestFactory
    final Stream<DynamicTest> leavesNothingBehind() {
        return Stream.of(bounded(
                "a hundred cycles",
                LEAK_BOUND,
                () -> new LeakCheck(contestant()).openAndCloseAHundredTimes(weakest())));
    }

    @TestFactory
    final Stream<DynamicTest> brokerGoesAway() {
        return adapter() instanceof ProvisionsBroker provisions
                ? Stream.of(test("while everything is busy", () -> loseBroker(provisions)))
                : Stream.empty();
    }

    private void loseBroker(ProvisionsBroker provisions) throws Exception {
        try (PrivateBroker own = PrivateBroker.start(provisions.brokerRecipe())) {
            Contestant contestant =
                    new Contestant(adapter(), new BusSettings(own.connection(), Map.of()), Contestant.PATIENCE);
            new BrokerLossCheck(contestant, own)
                    .everySendStillHasAnOutcome(adapter().guarantees().keySet());
        }
    }

    /** A check at one guarantee. */
    private interface Check {
        void at(Guarantee guarantee) throws Exception;
    }

    private Stream<DynamicTest> atEach(String name, Check check) {
        return at(guarantee -> true, name, check);
    }

    private Stream<DynamicTest> atEachAcknowledged(String name, Check check) {
        return at(Guarantee::isAcknowledged, name, check);
    }

    private Stream<DynamicTest> at(Predicate<Guarantee> wanted, String name, Check check) {
        return Arrays.stream(Guarantee.values())
                .filter(guarantees()::contains)
                .filter(wanted)
                .map(guarantee -> test(guarantee + ", " + name, () -> check.at(guarantee)));
    }

    private static DynamicTest test(String name, Executable body) {
        return bounded(name, TEST_BOUND, body);
    }

    private static DynamicTest bounded(String name, Duration bound, Executable body) {
        return DynamicTest.dynamicTest(name, () -> assertTimeoutPreemptively(bound, body));
    }

    private Set<Guarantee> guarantees() {
        return adapter().guarantees().keySet();
    }

    private Guarantee weakest() {
        return EnumSet.copyOf(guarantees()).iterator().next();
    }

    private Capabilities capabilities() {
        return adapter().capabilities();
    }

    private Contestant contestant() {
        Map<String, String> reached = broker == null ? connection() : broker.connection();
        return new Contestant(adapter(), new BusSettings(reached, Map.of()), Contestant.PATIENCE);
    }

    private DeliveryChecks deliveries() {
        return new DeliveryChecks(contestant());
    }

    private OutcomeChecks outcomes() {
        return new OutcomeChecks(contestant());
    }

    private ClosingChecks closings() {
        return new ClosingChecks(contestant());
    }

    private ConnectionChecks connections() {
        return new ConnectionChecks(contestant());
    }
}
