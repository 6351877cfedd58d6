package org.busmark.bench.cli;

import org.busmark.bench.campaign.ExitStatus;

/** A command ends here. The message is one line for people. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private CommandFailure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    private CommandFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What was typed, or a file that was named, cannot be used. */
    static CommandFailure usage(String message) {
        return new CommandFailure(ExitStatus.USAGE, message);
    }

    static CommandFailure usage(String message, Throwable cause) {
        return new CommandFailure(ExitStatus.USAGE, message, cause);
    }

    /** The machine lacks something. */
    static CommandFailure lacking(String message) {
        return new CommandFailure(ExitStatus.LACKING, message);
    }

    int status() {
        return status;
    }
}
