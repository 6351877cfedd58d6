package org.busmark.results.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON that may stand between script tags of a page. */
final class EmbeddedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EmbeddedJson() {}

    /**
     * Writes it. What could end the element, begin a comment in it or end a line of a script is written as an escape;
     * these characters stand in JSON within strings only, where the escape means the same.
     */
    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of plain values are JSON", e);
        }
    }
}
