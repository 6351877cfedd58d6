package org.busmark.bench.files;

/** A file cannot be used. The message is one line: file, line and column where they are known, and what is wrong. */
public final class InvalidFileException extends Exception {
    InvalidFileException(String message) {
        super(message);
    }

    InvalidFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
