package org.busmark.bench.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busmark.results.files.InvalidFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptFileTest {
    @TempDir
    Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("script.yaml"), text);
    }

    @Test
    void readsNativeNames() throws Exception {
        assertEquals(
                Map.of("delay", "exponential 2 ms", "loss", "0.01", "stall", "1 s at 5 s"),
                ScriptFile.read(file("delay: exponential 2 ms\nloss: 0.01\nstall: 1 s at 5 s\n")));
    }

    @Test
    void refusesWithTheExactPlace() throws IOException {
        assertRefused("script.yaml:2:1: unknown key 'lost'; allowed: seed, delay", "delay: 1 ms\nlost: 0.1\n");
        assertRefused("script.yaml:2:7: loss is 'often': allowed: a share", "delay: 1 ms\nloss: often\n");
        assertRefused("script.yaml:1:8: delay is 'slow': 'slow' is not a time", "delay: slow\n");
        assertRefused("script.yaml: is empty", "# nothing\n");
    }

    private void assertRefused(String message, String text) throws IOException {
        Path file = file(text);
        InvalidFileException refused = assertThrows(InvalidFileException.class, () -> ScriptFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::toString);
    }

    @Test
    void aBuiltInScriptIsAFileLikeAnyOther() {
        assertEquals(Map.of("delay", "20 ms", "loss", "0.01"), ScriptFile.builtIn("loss"));
        assertThrows(IllegalStateException.class, () -> ScriptFile.builtIn("no-such-script"));
    }
}
