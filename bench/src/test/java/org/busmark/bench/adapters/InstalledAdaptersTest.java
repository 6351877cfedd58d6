package org.busmark.bench.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busmark.bus.BusAdapter;
import org.junit.jupiter.api.Test;

final class InstalledAdaptersTest {
    private final InstalledAdapters installed = InstalledAdapters.load();

    @Test
    void findsTheThreeSystemsAndTheBound() {
        for (String id : List.of("kafka", "rabbitmq", "zeromq", "loopback")) {
            assertEquals(id, installed.get(id).id());
        }
        for (String bound : Bounds.IDS) {
            assertTrue(installed.find(bound).isPresent(), bound);
        }
    }

    @Test
    void standInTheOrderOfTheirIdsWhateverTheClassPathsOrder() {
        List<String> ids = installed.all().stream().map(BusAdapter::id).toList();
        assertEquals(ids.stream().sorted().distinct().toList(), ids);
        assertEquals(String.join(", ", ids), installed.ids());
    }

    @Test
    void refusesAnUnknownOneAndNamesThoseAllowed() {
        String message = assertThrows(IllegalArgumentException.class, () -> installed.get("kafak"))
                .getMessage();
        assertEquals("'kafak' is not a bus; allowed: " + installed.ids(), message);
        assertTrue(installed.find("kafak").isEmpty());
    }
}
