package org.busmark.rabbitmq.debian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DebianMirrorTest {
    @TempDir
    private Path etcApt;

    @Test
    void readsTheNewerFormatAndPassesOverSecurity() throws IOException {
        part("debian.sources", """
                Types: deb
                URIs: http://mirror.example/debian-security/
                Suites: trixie-security

                Types: deb
                # URIs: http://old.example/debian
                uris: http://mirror.example/debian/
                Suites: trixie
                """);
        assertEquals(Optional.of("http://mirror.example/debian/"), DebianMirror.find(etcApt));
    }

    @Test
    void readsTheOlderFormatWithItsOptions() throws IOException {
        Files.writeString(etcApt.resolve("sources.list"), """
                # deb http://comment.example/debian trixie main
                deb-src http://source.example/debian trixie main
                deb http://tools.example/apt stable main
                deb [arch=amd64 signed-by=/k.gpg] https://mirror.example/pub/debian trixie main
                """);
        assertEquals(Optional.of("https://mirror.example/pub/debian"), DebianMirror.find(etcApt));
    }

    @Test
    void otherPeoplesSourcesAreNoMirror() throws IOException {
        part("tool.list", "deb https://tools.example/debian-tools stable main\n");
        part("ubuntu.sources", "Types: deb\nURIs: http://mirror.example/ubuntu/\n");
        part("disabled.list.off", "deb http://mirror.example/debian trixie main\n");
        assertEquals(Optional.empty(), DebianMirror.find(etcApt));
    }

    @Test
    void aMachineWithoutAptHasNone() throws IOException {
        assertEquals(Optional.empty(), DebianMirror.find(etcApt.resolve("absent")));
    }

    private void part(String name, String text) throws IOException {
        Path parts = Files.createDirectories(etcApt.resolve("sources.list.d"));
        Files.writeString(parts.resolve(name), text);
    }
}
