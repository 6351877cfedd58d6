package org.busmark.results.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text and the name that messages give it.
 *
 * @param name path as the user wrote it, or a built-in file's name
 * @param text decoded from UTF-8
 */
public record TextFile(String name, String text) {
    private static final int MOST_BYTES = 1 << 20;

    /** @throws InvalidFileException if it cannot be read, is larger than 1 MiB or is not UTF-8 */
    public static TextFile read(Path path) throws InvalidFileException {
        try {
            if (Files.isDirectory(path)) {
                throw new InvalidFileException(path + ": is a folder; allowed: a file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                return decode(path.toString(), in.readNBytes(MOST_BYTES + 1));
            }
        } catch (NoSuchFileException e) {
            throw new InvalidFileException(path + ": no such file", e);
        } catch (IOException e) {
            String why = e.getMessage() == null || e.getMessage().equals(path.toString())
                    ? e.getClass().getSimpleName()
                    : e.getMessage();
            throw new InvalidFileException(path + ": cannot be read: " + why, e);
        }
    }

    /** A file of Busmark's own resources, by its absolute name; a missing one is a defect of the build. */
    public static TextFile ofResource(String resource) {
        try (InputStream in = TextFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return decode("built-in" + resource, in.readAllBytes());
        } catch (IOException | InvalidFileException e) {
            throw new IllegalStateException("resource " + resource, e);
        }
    }

    private static TextFile decode(String name, byte[] bytes) throws InvalidFileException {
        if (bytes.length > MOST_BYTES) {
            throw new InvalidFileException(name + ": is larger than 1 MiB");
        }
        try {
            return new TextFile(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(name + ": is not UTF-8 text", e);
        }
    }
}
