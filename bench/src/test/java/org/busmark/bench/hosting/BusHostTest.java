package org.busmark.bench.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.busmark.bench.FakeAdapter;
import org.busmark.bench.fakes.CountedBrokerAdapter;
import org.busmark.bench.fakes.GuardedAdapter;
import org.busmark.bench.fakes.UnobtainableAdapter;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.BrokerSession;
import org.busmark.broker.Progress;
import org.busmark.bus.BusAdapter;
import org.busmark.bus.BusException;
import org.busmark.bus.Guarantee;
import org.busmark.time.Clock;
import org.busmark.traffic.Conditioning;
import org.busmark.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BusHostTest {
    private static final Conditioning BRIEF =
            new Conditioning(Clock.SYSTEM, Duration.ofMillis(10), Duration.ofMillis(50));
    private static final Workload WORK = ConditioningWork.at(Guarantee.FIRE_AND_FORGET);

    @TempDir
    Path folder = Path.of("");

    @Test
    void anExternalBusIsUsedAsItIs() throws BusException {
        try (BusHost host = BusHost.external(new GuardedAdapter(), GuardedAdapter.CONNECTION)) {
            assertEquals("external", host.provisioning());
            assertEquals(GuardedAdapter.CONNECTION, host.connection());
            assertEquals(List.of(), host.processes());
            assertEquals(List.of(), host.logs());
        }
    }

    @Test
    void anExternalBrokerIsConditionedAtItsAddress() throws BusException {
        Conditioning.Outcome outcome = BusHost.external(new CountedBrokerAdapter(), Map.of("address", "number 7"))
                .condition(WORK, BRIEF);
        assertNotNull(outcome);
        assertTrue(outcome.ratesPerSecond().stream().allMatch(rate -> rate > 0), outcome::toString);
        BusException refused = assertThrows(
                BusException.class,
                () -> BusHost.external(new CountedBrokerAdapter(), Map.of()).condition(WORK, BRIEF));
        assertEquals("no broker lives at address none", refused.getMessage());
    }

    @Test
    void aPrivateBrokerIsStartedAndStopped() throws BrokerException, IOException {
        int stops = CountedBrokerAdapter.stops();
        BusHost host = startPrivate(new CountedBrokerAdapter());
        assertEquals("native: a fake", host.provisioning());
        assertEquals(Map.of("address", "number " + CountedBrokerAdapter.starts()), host.connection());
        assertEquals(stops, CountedBrokerAdapter.stops());
        host.close();
        assertEquals(stops + 1, CountedBrokerAdapter.stops());
    }

    @Test
    void aBusWithoutBrokerHasNothingToStartOrToCondition() throws BrokerException, BusException, IOException {
        try (BusHost host = startPrivate(FakeAdapter.withoutBroker("free"))) {
            assertNull(host.provisioning());
            assertEquals(Map.of(), host.connection());
            assertNull(host.condition(WORK, BRIEF));
        }
    }

    @Test
    void whyABrokerCannotBeHadComesWithARemedy() {
        BrokerException closed = assertThrows(BrokerException.class, () -> startPrivate(new UnobtainableAdapter()));
        assertEquals(UnobtainableAdapter.REASON, closed.getMessage());
        assertEquals(UnobtainableAdapter.REMEDY, closed.remedy());
        BrokerException unable =
                assertThrows(BrokerException.class, () -> startPrivate(FakeAdapter.withBroker("mine")));
        assertEquals("Fake mine needs a broker, and its adapter cannot start one", unable.getMessage());
        assertTrue(unable.remedy().contains("--broker mine=FILE.properties"), unable.remedy());
    }

    private BusHost startPrivate(BusAdapter adapter) throws BrokerException, IOException {
        try (BrokerSession session = BrokerSession.open(folder.resolve("data"))) {
            return BusHost.startPrivate(adapter, new BrokerCache(folder.resolve("cache")), session, Progress.SILENT);
        }
    }
}
