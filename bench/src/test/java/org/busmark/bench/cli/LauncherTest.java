package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a small checkout, with fake java and mvn on its PATH that write down how they were called. */
final class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "FAKE_JAVA" 2025' >&2; exit 0; fi
            printf '%s\\n' "$@" >"$CALLS/java"
            [ -e /proc/self/fd/9 ] && echo 'descriptor 9 is open' >>"$CALLS/java"
            echo data
            exit 7
            """;
    private static final String MVN = """
            #!/bin/sh
            case "$*" in *-v) echo 'Apache Maven FAKE_MAVEN'; echo 'Java version: 17.0.1, vendor: x'; exit 0;; esac
            if read -r line; then echo "standard input was open" >>"$CALLS/mvn"; fi
            printf '%s\\n' "$*" >>"$CALLS/mvn"
            echo 'Maven says much'
            [ -e "$CALLS/break" ] && exit 1
            mkdir -p bench/target/lib
            echo jar >bench/target/busmark-bench-1.jar; echo jar >bench/target/lib/a.jar; echo jar >bench/target/lib/b.jar
            """;

    @TempDir
    Path folder = Path.of("");

    private Path home = Path.of("");
    private Path calls = Path.of("");
    private Path bin = Path.of("");

    @BeforeEach
    void checkout() throws IOException {
        Path root = folder.toRealPath();
        home = Files.createDirectories(root.resolve("check out"));
        calls = Files.createDirectory(root.resolve("calls"));
        bin = Files.createDirectory(root.resolve("bin"));
        Files.copy(
                CheckoutFiles.file("busmark"),
                home.resolve("busmark"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "");
        for (String module : List.of("core", "bench")) {
            Files.createDirectories(home.resolve(module + "/src/main"));
            Files.writeString(home.resolve(module + "/pom.xml"), "");
            Files.writeString(home.resolve(module + "/src/main/A.java"), "");
            past(home.resolve(module + "/src/main/A.java"));
        }
        program("java", JAVA.replace("FAKE_JAVA", "17.0.1"));
        program("mvn", MVN.replace("FAKE_MAVEN", "3.8.7"));
    }

    @Test
    void buildsOnceAndRunsWithTheClassPathWrittenOut() throws IOException, InterruptedException {
        Outcome first = launch(home.resolve("busmark"), "run", "--suite", "a b");
        assertEquals(7, first.status(), first.err());
        assertEquals("data\n", first.out());
        assertTrue(first.err().startsWith("busmark: builds"), first.err());
        assertFalse(first.err().contains("Maven says much"), first.err());
        assertEquals(
                List.of(
                        "-Dbusmark.home=" + home,
                        "-Dbusmark.commit=",
                        "-Dbusmark.terminal=false",
                        "-cp",
                        home + "/bench/target/busmark-bench-1.jar:" + home + "/bench/target/lib/a.jar:" + home
                                + "/bench/target/lib/b.jar",
                        "org.busmark.bench.cli.Main",
                        "run",
                        "--suite",
                        "a b"),
                Files.readAllLines(calls.resolve("java")));
        Outcome second = launch(home.resolve("busmark"));
        assertEquals("", second.err());
        assertEquals(1, builds());
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGone() throws IOException, InterruptedException {
        launch(home.resolve("busmark"));
        future(home.resolve("core/src/main/A.java"));
        launch(home.resolve("busmark"));
        assertEquals(2, builds());
        past(home.resolve("core/src/main/A.java"));
        launch(home.resolve("busmark"));
        assertEquals(2, builds());
        Files.delete(home.resolve("bench/src/main/A.java"));
        future(home.resolve("bench/src/main"));
        launch(home.resolve("busmark"));
        assertEquals(3, builds());
    }

    @Test
    void worksThroughALinkFromAnywhere() throws IOException, InterruptedException {
        Path first = Files.createSymbolicLink(folder.resolve("link"), home.resolve("busmark"));
        Path second = Files.createSymbolicLink(bin.resolve("bm"), Path.of("../link"));
        assertEquals(7, launch(second).status());
        assertTrue(Files.isSymbolicLink(first));
        assertTrue(Files.exists(home.resolve("bench/target/launcher.built")));
    }

    @Test
    void aBuildThatFailsShowsItsOutputAndIsTriedAgain() throws IOException, InterruptedException {
        Files.createFile(calls.resolve("break"));
        Outcome failed = launch(home.resolve("busmark"));
        assertEquals(1, failed.status());
        assertEquals("", failed.out());
        assertTrue(failed.err().contains("Maven says much"), failed.err());
        assertTrue(failed.err().contains("the build failed; all of its output is in " + home), failed.err());
        Files.delete(calls.resolve("break"));
        assertEquals(7, launch(home.resolve("busmark")).status());
    }

    @Test
    void twoAtOnceBuildOnce() throws IOException, InterruptedException {
        Process one = start(home.resolve("busmark"));
        Process two = start(home.resolve("busmark"));
        assertEquals(7, one.waitFor());
        assertEquals(7, two.waitFor());
        assertEquals(1, builds());
    }

    @Test
    void withoutFlockAFolderIsTheLockAndADeadOwnersIsTakenAway() throws IOException, InterruptedException {
        for (String tool : List.of(
                "bash",
                "dirname",
                "readlink",
                "sed",
                "head",
                "find",
                "sort",
                "touch",
                "mv",
                "rm",
                "mkdir",
                "cat",
                "tail",
                "sleep")) {
            program(tool, "#!/bin/sh\nexec " + which(tool) + " \"$@\"\n");
        }
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path lock = Files.createDirectories(home.resolve("bench/target/launcher.lock.d"));
        Files.writeString(lock.resolve("pid"), ended.pid() + "\n");
        ProcessBuilder builder = builder(home.resolve("busmark"));
        builder.environment().put("PATH", bin.toString());
        Outcome outcome = outcome(builder.start());
        assertEquals(7, outcome.status(), outcome.err());
        assertFalse(Files.exists(lock));
    }

    @Test
    void saysInOneLineWhatTheMachineLacks() throws IOException, InterruptedException {
        program("java", JAVA.replace("FAKE_JAVA", "11.0.2"));
        assertLacks("is version 11.0.2; needs a JDK, 17 or newer");
        program("java", JAVA.replace("FAKE_JAVA", "1.8.0_392"));
        assertLacks("is version 1.8.0_392; needs a JDK, 17 or newer");
        program("java", JAVA.replace("FAKE_JAVA", "25-ea"));
        program("mvn", MVN.replace("FAKE_MAVEN", "3.6.3"));
        assertLacks("is version 3.6.3; needs Maven, 3.8.7 or newer");
        program("mvn", MVN.replace("FAKE_MAVEN", "3.10.1"));
        assertEquals(7, launch(home.resolve("busmark")).status());
    }

    @Test
    void honoursJavaHome() throws IOException, InterruptedException {
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.move(bin.resolve("java"), jdk.resolve("java"));
        ProcessBuilder builder = builder(home.resolve("busmark"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        assertEquals(7, outcome(builder.start()).status());
        builder.environment().put("JAVA_HOME", folder.resolve("none").toString());
        Outcome none = outcome(builder.start());
        assertEquals(4, none.status());
        assertTrue(none.err().contains("which has no bin/java"), none.err());
    }

    private void assertLacks(String part) throws IOException, InterruptedException {
        Outcome outcome = launch(home.resolve("busmark"));
        assertEquals(4, outcome.status());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains(part), outcome.err());
    }

    private long builds() throws IOException {
        List<String> lines = Files.readAllLines(calls.resolve("mvn"));
        assertTrue(lines.stream().allMatch(line -> line.contains("package")), lines.toString());
        return lines.size();
    }

    private Outcome launch(Path launcher, String... words) throws IOException, InterruptedException {
        return outcome(start(launcher, words));
    }

    private Process start(Path launcher, String... words) throws IOException {
        return builder(launcher, words).start();
    }

    private ProcessBuilder builder(Path launcher, String... words) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("CALLS", calls.toString());
        builder.environment()
                .put("PATH", bin + ":" + Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
        return builder;
    }

    private static Outcome outcome(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private record Outcome(int status, String out, String err) {}

    private static Path which(String tool) {
        return org.busmark.bench.environment.ProgramPath.ofEnvironment()
                .find(tool)
                .orElseThrow();
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(bin.resolve(name), text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private static void past(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }

    /** The stamp carries the build's beginning, so anything later than now is newer. */
    private static void future(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }
}
