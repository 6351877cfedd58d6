package org.busmark.bench.files;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.TextFile;
import org.busmark.results.files.YamlMapping;
import org.busmark.simulated.ScriptText;

/** What a simulated bus does, as a YAML mapping of the names of {@link ScriptText}; absent ones mean "nothing of it". */
public final class ScriptFile {
    private ScriptFile() {}

    /**
     * Reads a script as the settings of the simulated bus.
     *
     * @throws InvalidFileException if it cannot be read or is not a script
     */
    public static Map<String, String> read(Path path) throws InvalidFileException {
        return read(TextFile.read(path));
    }

    /** A script that comes with Busmark, for calibration; one that does not exist is a defect of the build. */
    public static Map<String, String> builtIn(String name) {
        try {
            return read(TextFile.ofResource("/scripts/" + name + ".yaml"));
        } catch (InvalidFileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(TextFile source) throws InvalidFileException {
        YamlMapping yaml = YamlMapping.parse(source, ScriptText.names());
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : yaml.keys()) {
            texts.put(name, yaml.text(name));
        }
        try {
            ScriptText.parse(texts);
        } catch (IllegalArgumentException e) {
            throw yaml.refused(e);
        }
        return Collections.unmodifiableMap(texts);
    }
}
