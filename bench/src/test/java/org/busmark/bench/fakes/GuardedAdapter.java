package org.busmark.bench.fakes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.busmark.bus.BusException;

/** A bus that asks for a password, and refuses a process that shows it to everyone. Its client is a chatty one. */
public final class GuardedAdapter extends LoopbackLike {
    public static final String ID = "guarded";
    public static final String PASSWORD = "\u00f6pen = sesame: \"p4ssw0rd-telltale\"\n";
    public static final Map<String, String> CONNECTION = Map.of("password", PASSWORD);

    /** The part of the password that survives any escaping. */
    public static final String TELLTALE = "p4ssw0rd-telltale";

    /** What it prints when it connects, on both streams. */
    public static final String CHAT = "knock, knock";

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    public GuardedAdapter() {
        super(ID, false);
    }

    @Override
    void approve(Map<String, String> connection) throws BusException {
        System.out.println(CHAT);
        System.err.println(CHAT);
        if (!connection.equals(CONNECTION)) {
            throw new BusException("wrong password");
        }
        try {
            if (Files.exists(COMMAND_LINE)
                    && new String(Files.readAllBytes(COMMAND_LINE), StandardCharsets.UTF_8).contains(TELLTALE)) {
                throw new BusException("the password stands on the command line");
            }
        } catch (IOException e) {
            throw new BusException("cannot read " + COMMAND_LINE, e);
        }
        if (System.getProperties().toString().contains(TELLTALE)) {
            throw new BusException("the password is a system property");
        }
    }
}
