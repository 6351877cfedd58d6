package org.busmark.bench.files;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;

/** Where an external system is: Java properties in the native names of its client. May hold a password. */
public final class ConnectionFile {
    private ConnectionFile() {}

    /** @throws InvalidFileException if it cannot be read, is not a properties file or holds nothing */
    public static Map<String, String> read(Path path) throws InvalidFileException {
        TextFile source = TextFile.read(path);
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(source.text()));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidFileException(path + ": not a properties file: " + e.getMessage(), e);
        }
        if (properties.isEmpty()) {
            throw new InvalidFileException(
                    path + ": holds no setting; allowed: name=value lines in the client's names");
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return Collections.unmodifiableMap(values);
    }
}
