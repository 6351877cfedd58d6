package org.busmark.results.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busmark.results.files.InvalidFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimFileTest {
    private static final String GOOD = """
            claims:
              - id: own
                section: wiki
                statement: it is so
                measure: ./busmark run
                conditions:
                  - order: {bus: kafka}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void addsToWhatIsThere() throws IOException, InvalidFileException {
        Claims own = Claims.builtIn().with(file(GOOD));
        assertEquals(Claims.builtIn().all().size() + 1, own.all().size());
        assertEquals(
                new Claim("own", "wiki", "it is so", "./busmark run", null),
                own.all().get(own.all().size() - 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            order: {bus: kafka}; order: {bus: kafka, topic: x}; 7:29: unknown key 'topic'; allowed: bus, workload, guarantee, message
            order: {bus: kafka}; ordre: {bus: kafka}; 7:9: unknown key 'ordre'; allowed: case, comparison, capacity, order, walkthrough, fact, open
            order: {bus: kafka}; order: {bus: kafka, message: 1 KB}; 7:38: key 'message': '1 KB' is not a size
            order: {bus: kafka}; order: {bus: kafka, guarantee: [PERSISTED, SAFE]}; 7:52: key 'guarantee': 'SAFE' is not a guarantee; allowed: FIRE_AND_FORGET
            order: {bus: kafka}; order: {bus: kafka, guarantee: []}; 7:40: key 'guarantee' is an empty list
            order: {bus: kafka}; order: {}; 7:16: key 'bus' is missing
            order: {bus: kafka}; order: {bus: ../x}; 7:22: key 'bus': '../x' is not the id of a bus
            order: {bus: kafka}; case: x; 7:9: a condition has 0 kinds; allowed: one of comparison, capacity, order, walkthrough, fact, open
            order: {bus: kafka}; {order: {bus: kafka}, open: {because: x, decided-by: y}}; 7:9: a condition has 2 kinds
            order: {bus: kafka}; comparison: {faster: kafka, than: kafka, metric: response.p50Us}; 7:43: key 'than': 'kafka' is the same bus
            order: {bus: kafka}; comparison: {faster: kafka, than: x, metric: response.p42Us}; 7:54: key 'metric': 'response.p42Us' is not a metric; allowed: throughputPerSecond, response.p50Us
            order: {bus: kafka}; comparison: {faster: kafka, than: x}; 7:21: key 'metric' is missing
            order: {bus: kafka}; capacity: {higher: kafka}; 7:19: key 'than' is missing
            order: {bus: kafka}; fact: {bus: kafka, name: x, is: y, means: DEPENDS}; 7:51: key 'means': 'DEPENDS' is not a verdict of a fact; allowed: SUPPORTED, REFUTED, OUTDATED
            order: {bus: kafka}; walkthrough: {bus: kafka, steps: [as said], shows: all read}; 7:43: key 'steps': 'as said' is not a variant; allowed: as written, mended
            order: {bus: kafka}; walkthrough: {bus: kafka, steps: mended, shows: off}; 7:57: key 'shows': 'off' is not a result; allowed: all read, read as sent
            order: {bus: kafka}; open: {because: ' ', decided-by: y}; 7:25: key 'because': is blank
            id: own; id: a b; 2:9: key 'id': 'a b' is not an id; allowed: letters, digits and dashes
            id: own; id: kafka-throughput; 2:9: id stands twice: 'kafka-throughput'
            section: wiki; sektion: wiki; 3:5: unknown key 'sektion'; allowed: id, section, statement, measure, leaves-out, conditions
            statement: it is so; statement: [it, is]; 4:16: key 'statement' is a list
            measure: ./busmark run; leaves-out: much; 2:5: key 'measure' is missing
            """)
    void refusesWithThePlace(String instead, String bad, String complaint) throws IOException {
        InvalidFileException refusal = refusal(GOOD.replace(instead, bad));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith(folder.resolve("claims.yaml") + ":" + complaint), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void refusesWhatIsNoFileOfClaims() throws IOException {
        assertTrue(complaint("").endsWith("claims.yaml: is empty"));
        assertTrue(complaint("claims: []").contains(":1:9: key 'claims' must be a list with at least one entry"));
        assertTrue(complaint("- claims").contains(":1:1: is a list; allowed: keys and values"));
        assertTrue(complaint("claims: [").contains(": not YAML: "));
        assertTrue(complaint(GOOD.replace("- order", "- [order")).contains(": not YAML: "));
        assertTrue(complaint(GOOD + GOOD.substring(GOOD.indexOf("  - id"))).contains(":8:9: id stands twice: 'own'"));
        assertTrue(complaint("claims: !!java.net.URL [x]").contains(":1:"));
        assertTrue(complaint("claims: &a [*a]").contains(":1:"));
        InvalidFileException none =
                assertThrows(InvalidFileException.class, () -> Claims.builtIn().with(folder.resolve("none.yaml")));
        assertTrue(String.valueOf(none.getMessage()).endsWith("none.yaml: no such file"));
        assertThrows(InvalidFileException.class, () -> Claims.builtIn().with(folder));
    }

    private String complaint(String yaml) throws IOException {
        return String.valueOf(refusal(yaml).getMessage());
    }

    private InvalidFileException refusal(String yaml) throws IOException {
        Path file = file(yaml);
        return assertThrows(InvalidFileException.class, () -> Claims.builtIn().with(file));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("claims.yaml"), yaml);
    }
}
