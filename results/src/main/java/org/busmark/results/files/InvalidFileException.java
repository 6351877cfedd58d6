package org.busmark.results.files;

/** A file cannot be used. The message is one line: file, line and column where they are known, and what is wrong. */
public final class InvalidFileException extends Exception {
    public InvalidFileException(String message) {
        super(message);
    }

    public InvalidFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
