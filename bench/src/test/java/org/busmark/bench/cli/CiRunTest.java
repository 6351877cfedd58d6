package org.busmark.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CI script with a fake mvn that leaves test reports. */
final class CiRunTest {
    @TempDir
    Path folder = Path.of("");

    private Path bin = Path.of("");

    /** Of the script; empty for this machine's with the fakes before it. */
    private String path = "";

    @BeforeEach
    void checkout() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        Files.createDirectory(folder.resolve(".ci"));
        Files.copy(CheckoutFiles.file(".ci/run"), folder.resolve(".ci/run"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve(".ci/contract-tests.expected"), "# class, number\norg.x.AContractTest 3\n");
        program("chromium", "exit 1");
        program("chromedriver", "exit 1");
    }

    @Test
    void passesWhenEveryContractTestRan() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "exit 0");
        Outcome outcome = run();
        assertEquals(0, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("contract: org.x.AContractTest ran 3 tests\n"), outcome.out());
        assertTrue(outcome.out().contains("mvn was given: -B verify"), outcome.out());
    }

    @Test
    void failsWhenSomeDidNotRun() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 1, "exit 0");
        Outcome outcome = run();
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("ran 2 tests; expected: 3"), outcome.out());
    }

    @Test
    void failsForABusThatNobodyExpects() throws IOException, InterruptedException {
        mvn("BContractTest", 3, 0, "exit 0");
        Outcome outcome = run();
        assertEquals(1, outcome.status());
        assertTrue(outcome.out().contains("org.x.AContractTest ran 0 tests; expected: 3"), outcome.out());
        assertTrue(outcome.out().contains("org.x.BContractTest ran 3 tests and is not in"), outcome.out());
    }

    @Test
    void endsWithTheStatusOfTheTests() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "exit 5");
        assertEquals(5, run().status());
    }

    @Test
    void seesWhatIsStillRunningFromTheTests() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "sleep 30 >/dev/null 2>&1 & echo $! >left; exit 0");
        Outcome outcome = run();
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("left")).strip()))
                .ifPresent(ProcessHandle::destroy);
        assertEquals(1, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("processes were left behind"), outcome.out());
        assertTrue(outcome.out().contains("sleep 30"), outcome.out());
    }

    @Test
    void usesTheBrowserThatIsThere() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "exit 0");
        program("apt-get", "echo installs >&2; exit 1");
        Outcome outcome = run();
        assertTrue(outcome.out().contains("ci: browser: " + bin.resolve("chromium") + "\n"), outcome.out());
        assertFalse(outcome.out().contains("installs"), outcome.out());
    }

    @Test
    void installsABrowserWhereThereIsNone() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "exit 0");
        onlyTheseProgramsAndTheShells();
        program("id", "echo 0");
        program(
                "apt-get",
                "echo \"apt-get $*\" >>'" + folder + "/apt'; printf '#!/bin/sh\\n' >'" + bin + "/chromium'; chmod +x '"
                        + bin + "/chromium'");
        Outcome outcome = run();
        assertEquals(0, outcome.status(), outcome.out());
        assertEquals(
                "apt-get update\napt-get install -y --no-install-recommends chromium chromium-driver\n",
                Files.readString(folder.resolve("apt")));
        assertTrue(outcome.out().contains("installs chromium and chromium-driver"), outcome.out());
    }

    @Test
    void saysWhyThereIsNoBrowserAndGoesOn() throws IOException, InterruptedException {
        mvn("AContractTest", 3, 0, "exit 0");
        onlyTheseProgramsAndTheShells();
        program("id", "echo 1000");
        program("apt-get", "echo installs >&2; exit 1");
        Outcome outcome = run();
        assertEquals(0, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("no apt-get as root"), outcome.out());
        program("id", "echo 0");
        program("apt-get", "echo 'E: no mirror'; exit 100");
        outcome = run();
        assertEquals(0, outcome.status(), outcome.out());
        assertTrue(outcome.out().contains("cannot be installed"), outcome.out());
        assertTrue(outcome.out().contains("E: no mirror"), outcome.out());
    }

    /** The path of the run is a folder with what the script needs of this machine, and no browser. */
    private void onlyTheseProgramsAndTheShells() throws IOException {
        Files.delete(bin.resolve("chromium"));
        Files.delete(bin.resolve("chromedriver"));
        for (String program : List.of(
                "bash",
                "sh",
                "dirname",
                "basename",
                "date",
                "find",
                "tr",
                "sed",
                "grep",
                "env",
                "seq",
                "sleep",
                "rm",
                "mktemp",
                "tail",
                "cut",
                "cat",
                "mkdir",
                "chmod")) {
            Files.createSymbolicLink(bin.resolve(program), onPath(program));
        }
        path = bin.toString();
    }

    private static Path onPath(String program) {
        return Arrays.stream(Objects.requireNonNull(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + program + " on the PATH"));
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private void mvn(String test, int tests, int skipped, String end) throws IOException {
        String script = """
                #!/bin/sh
                echo "mvn was given: $*"
                mkdir -p x/target/surefire-reports
                cat >x/target/surefire-reports/TEST-org.x.%s.xml <<X
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="y" name="org.x" time="1.5" tests="%d" errors="0" skipped="%d" failures="0">
                  <testcase name="tests"/>
                </testsuite>
                X
                %s
                """.formatted(test, tests, skipped, end);
        assertTrue(Files.writeString(bin.resolve("mvn"), script).toFile().setExecutable(true));
    }

    private Outcome run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve(".ci/run").toString()).redirectErrorStream(true);
        builder.environment().put("PATH", path.isEmpty() ? bin + ":" + System.getenv("PATH") : path);
        builder.environment().put("CI_GRACE_SECONDS", "2");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    private record Outcome(int status, String out) {}
}
