package org.busmark.bench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** One JSON document for standard output. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    static String of(Object maps) {
        try {
            return MAPPER.writeValueAsString(maps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists of plain values are JSON", e);
        }
    }
}
