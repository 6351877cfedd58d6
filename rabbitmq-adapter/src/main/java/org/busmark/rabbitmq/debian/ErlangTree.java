package org.busmark.rabbitmq.debian;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes an unpacked Erlang run from where it lies. Each native program becomes a small script that runs it on the
 * unpacked loader and libraries, so that only that process sees them; {@code erl} is written anew, since Debian's has its
 * own folder written in.
 *
 * @param root of the unpacked packages
 */
record ErlangTree(Path root) {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final List<String> LOADERS = List.of(
            "usr/lib64/ld-linux-x86-64.so.2",
            "lib64/ld-linux-x86-64.so.2",
            "usr/lib/ld-linux-aarch64.so.1",
            "lib/ld-linux-aarch64.so.1");

    void relocate() throws IOException {
        String loader = loader();
        String libraries =
                only(root.resolve("usr/lib"), "*-linux-gnu").getFileName().toString();
        for (Path program : nativePrograms()) {
            wrap(program, loader, libraries);
        }
        Path erlang = root.resolve("usr/lib/erlang");
        Path runtime = only(erlang, "erts-*");
        for (Path erl : List.of(erlang.resolve("bin/erl"), runtime.resolve("bin/erl"))) {
            if (Files.exists(erl)) {
                replace(erl, launcher(runtime.getFileName().toString()));
            }
        }
    }

    /** The one entry of a folder that matches. */
    static Path only(Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            for (Path entry : stream) {
                return entry;
            }
        }
        throw new IOException("nothing like " + glob + " in " + folder);
    }

    private String loader() throws IOException {
        for (String loader : LOADERS) {
            if (Files.exists(root.resolve(loader))) {
                return loader;
            }
        }
        throw new IOException("no program loader in " + root);
    }

    private List<Path> nativePrograms() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("usr/lib/erlang"))) {
            return files.filter(ErlangTree::isNativeProgram).toList();
        }
    }

    private static boolean isNativeProgram(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.isExecutable(file)
                && !file.toString().endsWith(".so")
                && !file.toString().endsWith(".elf")
                && startsWithElf(file);
    }

    private static boolean startsWithElf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF.length), ELF);
        } catch (IOException e) {
            return false;
        }
    }

    private void wrap(Path program, String loader, String libraries) throws IOException {
        Path folder = Objects.requireNonNull(program.getParent(), "a program has no folder");
        Path moved = program.resolveSibling(program.getFileName() + ".elf");
        Files.move(program, moved);
        replace(program, """
                #!/bin/sh
                # runs %1$s on the unpacked C library, whatever the machine's own is
                b=$(dirname "$(readlink -f "$0")"); r=$b/%2$s
                exec "$r/%3$s" --argv0 "$0" --library-path "$r/usr/lib/%4$s:$r/lib/%4$s" "$b/%1$s" "$@"
                """.formatted(moved.getFileName(), folder.relativize(root), loader, libraries));
    }

    private static String launcher(String runtime) {
        return """
                #!/bin/sh
                me=$(readlink -f "$0"); ROOTDIR=${me%%/bin/erl}; ROOTDIR=${ROOTDIR%%/%1$s}
                BINDIR=$ROOTDIR/%1$s/bin; EMU=beam; PROGNAME=erl
                export ROOTDIR BINDIR EMU PROGNAME
                exec "$BINDIR/erlexec" "$@"
                """.formatted(runtime);
    }

    private static void replace(Path file, String script) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
