package org.busmark.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A harness in a JVM of its own, to be killed: opens a session, starts a broker whose descendants are hard to find, and a
 * fork that registers itself. It ends by itself at the end of its standard input, so that none outlives the test.
 */
final class HarnessProcess implements AutoCloseable {
    private static final List<String> SIGNS = List.of("broker", "orphan", "daemon", "child", "deaf", "fork");
    /**
     * The parentheses end at once, so that what they started loses its parent. The orphan is known by its process
     * session only, the daemon by its environment, the child by its parent.
     */
    static final String BROKER = "(env -i sleep 1000 & echo $! > orphan); (setsid sleep 1000 & echo $! > daemon);"
            + " env -i setsid sleep 1000 & echo $! > child; (trap '' TERM; sleep 1000 & echo $! > deaf);"
            + " echo $$ > broker; exec sleep 1000";

    private final Process process;
    private final Path work;

    private HarnessProcess(Process process, Path work) {
        this.process = process;
        this.work = work;
    }

    /**
     * Starts one in a process session of its own, so that its process group is not the test's.
     *
     * @param work an empty folder for its signs; {@code work/data} is the data directory
     */
    static HarnessProcess start(Path work) throws IOException {
        return start("harness", work, Map.of());
    }

    /** Starts one that is up as soon as it begins to start one process after the other. */
    static HarnessProcess startBusy(Path work, Map<String, String> environment) throws IOException {
        return start("busy", work, environment);
    }

    private static HarnessProcess start(String kind, Path work, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(Setsid.prefix());
        command.addAll(java(kind, work.toString(), work.resolve("data").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("harness.log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        HarnessProcess harness = new HarnessProcess(process, work);
        Eventually.eventually("the harness runs", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the harness ended; see " + harness.log());
            }
            return Files.exists(work.resolve("up"));
        });
        return harness;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Everything that must not outlive the harness. */
    List<ProcessKey> brood() throws IOException {
        List<ProcessKey> keys = new ArrayList<>();
        for (String sign : SIGNS) {
            long pid = Long.parseLong(Files.readString(work.resolve(sign)).trim());
            keys.add(ProcessKey.of(pid).orElseThrow());
        }
        return keys;
    }

    SessionFolder session() throws IOException {
        return new SessionFolder(Path.of(up().get(0)));
    }

    /** What its session said that this system lacks. */
    List<String> limits() throws IOException {
        return up().subList(1, up().size());
    }

    private List<String> up() throws IOException {
        return Files.readAllLines(work.resolve("up"));
    }

    /** Asks it to end as its caller would who presses Ctrl-C. */
    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    void killGroup() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }

    private String log() {
        try {
            return Files.readString(work.resolve("harness.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.ofThisProcess(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                HarnessProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The harness, or with the word "fork" what JMH would start. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[1]);
        if (arguments[0].equals("fork")) {
            BrokerSession.registerSelf(Path.of(arguments[2]), "fork");
            sign(work, "fork", Long.toString(ProcessHandle.current().pid()));
            // Like a JMH fork, it does not see that its host is gone.
            boolean unused = new CountDownLatch(1).await(10, TimeUnit.MINUTES);
        } else if (arguments[0].equals("busy")) {
            BrokerSession session = BrokerSession.open(Path.of(arguments[2]));
            up(work, session);
            for (int i = 0; i < 300; i++) {
                session.start("sleeper", List.of("sleep", "1000"), Map.of(), work, work.resolve("sleeper.log"));
            }
        } else {
            BrokerSession session = BrokerSession.open(Path.of(arguments[2]));
            session.start("broker", List.of("sh", "-c", BROKER), Map.of(), work, work.resolve("broker.log"));
            new ProcessBuilder(java("fork", work.toString(), session.registry().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("fork.log").toFile())
                    .start();
            Eventually.eventually("signs", () -> SIGNS.stream().allMatch(name -> written(work.resolve(name))));
            up(work, session);
        }
        while (System.in.read() >= 0) {
            // Until the test closes it.
        }
        System.exit(0);
    }

    private static void up(Path work, BrokerSession session) throws IOException {
        List<String> lines = new ArrayList<>(session.limits());
        lines.add(0, Objects.toString(session.registry().getParent()));
        sign(work, "up", String.join("\n", lines));
    }

    private static boolean written(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void sign(Path work, String name, String text) throws IOException {
        Path draft = Files.writeString(work.resolve(name + ".new"), text);
        Files.move(draft, work.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
