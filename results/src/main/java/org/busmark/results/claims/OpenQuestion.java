package org.busmark.results.claims;

import java.util.List;
import java.util.Set;
import org.busmark.results.files.InvalidFileException;
import org.busmark.results.files.YamlMapping;

/**
 * What no run can show yet.
 *
 * @param because what is not there
 * @param decidedBy what would decide it
 */
record OpenQuestion(String because, String decidedBy) implements Condition {
    static final Set<String> KEYS = Keys.of(List.of("because", "decided-by"));

    static OpenQuestion read(YamlMapping yaml) throws InvalidFileException {
        return new OpenQuestion(yaml.value("because", Keys::words), yaml.value("decided-by", Keys::words));
    }

    @Override
    public List<Finding> findings(Measurements run) {
        return List.of(Finding.without(Outcome.OPEN, because + "; what would decide it: " + decidedBy));
    }

    @Override
    public boolean needsMeasuring() {
        return false;
    }
}
