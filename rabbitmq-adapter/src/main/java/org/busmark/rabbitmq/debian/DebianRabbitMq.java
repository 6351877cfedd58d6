package org.busmark.rabbitmq.debian;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busmark.broker.BrokerCache;
import org.busmark.broker.BrokerException;
import org.busmark.broker.Progress;

/**
 * RabbitMQ and the Erlang that it needs, unpacked from one Debian suite into the cache folder. The result has the links
 * {@code rabbitmq} and {@code erlang}, and {@code PACKAGES}, the exact packages it was made of.
 *
 * @param commands of this machine
 * @param etcApt the machine's apt sources, usually {@code /etc/apt}
 * @param environment {@code BUSMARK_RABBITMQ_SUITE} names the suite, {@code BUSMARK_DEBIAN_MIRROR} a mirror other than
 *     the machine's own
 */
public record DebianRabbitMq(Commands commands, Path etcApt, Map<String, String> environment) {
    private static final String PACKAGES = "PACKAGES";
    private static final String WHAT = "RabbitMQ";

    /** Debian's own key ring; newer releases name it .pgp. */
    private static final List<Path> KEYRINGS = List.of(
            Path.of("/usr/share/keyrings/debian-archive-keyring.gpg"),
            Path.of("/usr/share/keyrings/debian-archive-keyring.pgp"));

    /** What the node needs of the closure; the rest are tools of a whole system. libsctp1: OTP 29 opens it by name. */
    private static final List<String> WANTED = List.of("rabbitmq-server", "libsctp1");

    private static final Pattern NEEDED = Pattern.compile("rabbitmq-server|erlang-.*|libc6|libgcc-s1|libstdc\\+\\+6"
            + "|libtinfo6|libncursesw6|libncurses6|zlib1g|libzstd1|libssl3.*|libsystemd0|libcap2|libcrypt1|libsctp1"
            + "|liblzma5");

    private static final String ELSEWHERE =
            "Install RabbitMQ 4 with its Erlang (package rabbitmq-server) and run again.";

    /** Debian's name of the release that is unpacked. */
    public String suite() {
        String asked = environment.getOrDefault("BUSMARK_RABBITMQ_SUITE", "");
        return asked.isBlank() ? "trixie" : asked.strip();
    }

    /**
     * Unpacks it if it is not there yet; about ten seconds. Another process that does the same is waited for.
     *
     * @return the folder that holds it
     * @throws BrokerException with the reason and a remedy when this machine cannot
     */
    public Path unpack(BrokerCache cache, Progress progress) throws BrokerException {
        if (!suite().matches("[a-z0-9-]+")) {
            throw new BrokerException(
                    "BUSMARK_RABBITMQ_SUITE is not a Debian suite: " + suite(),
                    "Unset it, or name one such as trixie.");
        }
        Path target = cache.folder().resolve("rabbitmq-" + suite() + "-" + architecture());
        if (Files.exists(target.resolve(PACKAGES))) {
            return target;
        }
        try {
            Files.createDirectories(cache.folder());
            unpackLocked(target, progress);
            return target;
        } catch (IOException e) {
            throw new BrokerException(
                    WHAT + " cannot be unpacked into " + target + ": " + e, "Make room, or set BUSMARK_CACHE.", e);
        }
    }

    private void unpackLocked(Path target, Progress progress) throws IOException, BrokerException {
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        // a file lock keeps other processes out, and throws within one
        synchronized (DebianRabbitMq.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel, progress)) {
                if (lock.isValid() && !Files.exists(target.resolve(PACKAGES))) {
                    unpackAside(target, progress);
                }
            }
        }
    }

    private static FileLock lock(FileChannel channel, Progress progress) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock != null) {
            return lock;
        }
        progress.step(WHAT + ": another process is unpacking it; waiting");
        return channel.lock();
    }

    /** Whoever finds the target finds it whole: it is made beside its place and moved there. */
    private void unpackAside(Path target, Progress progress) throws IOException, BrokerException {
        Path work = target.resolveSibling(target.getFileName() + ".work");
        try {
            remove(work);
            remove(target);
            Path root = Files.createDirectories(work.resolve("root"));
            fill(root, work, progress);
            Files.move(root, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            remove(work);
        }
    }

    private void fill(Path root, Path work, Progress progress) throws IOException, BrokerException {
        requirePrograms();
        PrivateApt apt = new PrivateApt(commands, work, mirror(), keyring(), suite(), ELSEWHERE);
        progress.step(WHAT + ": reading the package list of Debian " + suite());
        apt.update();
        List<String> packages = apt.closure(WANTED).stream()
                .filter(name -> NEEDED.matcher(name).matches())
                .toList();
        List<Path> archives = apt.download(packages, work.resolve("debs"), WHAT, progress);
        progress.step(WHAT + ": unpacking");
        for (Path archive : archives) {
            commands.run(List.of("dpkg", "-x", archive.toString(), root.toString()), work, ELSEWHERE);
        }
        for (String unread : List.of("doc", "man", "lintian", "locale", "bug")) {
            remove(root.resolve("usr/share").resolve(unread));
        }
        new ErlangTree(root).relocate();
        Path server = ErlangTree.only(root.resolve("usr/lib/rabbitmq/lib"), "rabbitmq_server-*");
        Files.createSymbolicLink(root.resolve("rabbitmq"), root.relativize(server));
        Files.createSymbolicLink(root.resolve("erlang"), Path.of("usr/lib/erlang"));
        Files.writeString(
                root.resolve(PACKAGES),
                archives.stream().map(archive -> archive.getFileName() + "\n").collect(Collectors.joining()));
    }

    private void requirePrograms() throws BrokerException {
        for (String program : List.of("apt-get", "dpkg")) {
            if (commands.find(program).isEmpty()) {
                throw new BrokerException(
                        WHAT + " cannot be unpacked from Debian packages: " + program + " is not on the PATH",
                        ELSEWHERE);
            }
        }
    }

    private String mirror() throws IOException, BrokerException {
        String asked = environment.getOrDefault("BUSMARK_DEBIAN_MIRROR", "");
        if (!asked.isBlank()) {
            return asked.strip();
        }
        return DebianMirror.find(etcApt)
                .orElseThrow(() -> new BrokerException(
                        WHAT + " cannot be unpacked from Debian packages: " + etcApt + " names no Debian mirror",
                        ELSEWHERE));
    }

    private static Path keyring() throws BrokerException {
        return KEYRINGS.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new BrokerException(
                        WHAT
                                + " cannot be unpacked from Debian packages: Debian's archive keys are not on this machine",
                        ELSEWHERE));
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
