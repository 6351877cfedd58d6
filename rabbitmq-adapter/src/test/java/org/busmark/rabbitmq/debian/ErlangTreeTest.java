package org.busmark.rabbitmq.debian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up tree whose loader is a script that prints what it was given. */
final class ErlangTreeTest {
    private static final byte[] NATIVE = {0x7f, 'E', 'L', 'F', 1, 2, 3};

    @TempDir
    private Path root;

    @BeforeEach
    void makeTree() throws IOException {
        program(
                "usr/lib64/ld-linux-x86-64.so.2",
                "#!/bin/sh\nprintf '%s\\n' \"$@\"\n".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(root.resolve("usr/lib/x86_64-linux-gnu"));
        program("usr/lib/erlang/erts-15.2/bin/epmd", NATIVE);
        program("usr/lib/erlang/erts-15.2/bin/erlexec", NATIVE);
        program("usr/lib/erlang/lib/crypto/priv/lib/crypto.so", NATIVE);
        program("usr/lib/erlang/bin/erl", "#!/bin/sh\nROOTDIR=/usr/lib/erlang\n".getBytes(StandardCharsets.UTF_8));
        program("usr/lib/erlang/bin/start", "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(root.resolve("usr/lib/erlang/bin/epmd"), Path.of("../erts-15.2/bin/epmd"));
    }

    @Test
    void aNativeProgramRunsOnTheUnpackedLoaderAndLibraries() throws Exception {
        new ErlangTree(root).relocate();
        Path moved = root.resolve("usr/lib/erlang/erts-15.2/bin/epmd.elf");
        assertArrayEquals(NATIVE, Files.readAllBytes(moved));
        String said = run(root.resolve("usr/lib/erlang/bin/epmd"), "-port", "7");
        assertTrue(said.contains("--library-path"), said);
        assertTrue(said.contains("usr/lib/x86_64-linux-gnu"), said);
        assertTrue(said.endsWith("epmd.elf\n-port\n7\n"), said);
    }

    @Test
    void erlFindsItselfWhereverItLies() throws Exception {
        new ErlangTree(root).relocate();
        String said = run(root.resolve("usr/lib/erlang/bin/erl"), "-noshell");
        assertTrue(said.contains("erts-15.2/bin/erlexec.elf\n-noshell\n"), said);
    }

    @Test
    void scriptsAndLibrariesStayAsTheyAre() throws IOException {
        new ErlangTree(root).relocate();
        assertArrayEquals(NATIVE, Files.readAllBytes(root.resolve("usr/lib/erlang/lib/crypto/priv/lib/crypto.so")));
        assertEquals("#!/bin/sh\n", Files.readString(root.resolve("usr/lib/erlang/bin/start")));
        assertTrue(Files.isSymbolicLink(root.resolve("usr/lib/erlang/bin/epmd")));
    }

    @Test
    void aTreeWithoutALoaderIsRefused() throws IOException {
        Files.delete(root.resolve("usr/lib64/ld-linux-x86-64.so.2"));
        ErlangTree tree = new ErlangTree(root);
        IOException refused = assertThrows(IOException.class, tree::relocate);
        assertTrue(refused.toString().contains("loader"), refused.getMessage());
    }

    private void program(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, content);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static String run(Path program, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = program.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
