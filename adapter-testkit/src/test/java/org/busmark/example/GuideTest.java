package org.busmark.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.busmark.bus.BusAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide shows is what is compiled and held to the contract here. */
final class GuideTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @ParameterizedTest
    @ValueSource(
            strings = {"MailboxAdapter", "MailboxBus", "MailboxProducer", "MailboxConsumer", "MailboxContractTest"})
    void quotesTheExampleWordForWord(String type) throws IOException {
        String guide = Files.readString(MODULE.resolve("../docs/adding-an-adapter.md"));
        String source = Files.readString(MODULE.resolve("src/test/java/org/busmark/example/" + type + ".java"));
        assertTrue(
                guide.contains("```java\n" + source + "```\n"),
                () -> "docs/adding-an-adapter.md does not quote " + type + ".java as it is");
    }

    @Test
    void theServiceFileLetsTheExampleBeFound() {
        List<String> found = ServiceLoader.load(BusAdapter.class).stream()
                .map(provider -> provider.get().id())
                .filter("mailbox"::equals)
                .toList();
        assertEquals(List.of("mailbox"), found);
    }
}
