package org.busmark.results.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Where a value stands in a text. Binding itself reports the end of the object that holds it, which helps nobody. */
final class JsonPositions {
    private JsonPositions() {}

    /** Position of the value; of the nearest value around it when it is missing. */
    static JsonLocation of(byte[] json, JsonPointer pointer) throws IOException {
        JsonLocation nearest = JsonLocation.NA;
        int depth = -1;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                    continue;
                }
                JsonPointer here = pointerOf(parser, token);
                int length = length(here);
                if (length > depth && isAround(here, pointer)) {
                    nearest = parser.currentTokenLocation();
                    depth = length;
                }
            }
        }
        return nearest;
    }

    /** While a parser stands on an object's start its context is already the inside, whose pointer is the same. */
    private static JsonPointer pointerOf(JsonParser parser, JsonToken token) {
        return token.isStructStart()
                ? parser.getParsingContext().getParent().pathAsPointer()
                : parser.getParsingContext().pathAsPointer();
    }

    private static boolean isAround(JsonPointer outer, JsonPointer inner) {
        JsonPointer a = outer;
        JsonPointer b = inner;
        while (!a.matches()) {
            if (b.matches() || !a.getMatchingProperty().equals(b.getMatchingProperty())) {
                return false;
            }
            a = a.tail();
            b = b.tail();
        }
        return true;
    }

    private static int length(JsonPointer pointer) {
        int length = 0;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            length++;
        }
        return length;
    }
}
