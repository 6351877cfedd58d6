package org.busmark.broker;

import java.nio.file.Path;

/**
 * The {@code java} that runs this process, for processes that are JVMs too: it is certain to be there, whatever the path
 * of commands says.
 */
public final class JavaProgram {
    private JavaProgram() {}

    /** Its path, the first word of a command. */
    public static String ofThisProcess() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
