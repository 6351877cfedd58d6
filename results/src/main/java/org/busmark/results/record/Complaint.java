package org.busmark.results.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one line where a document is wrong, what stands there and what may. */
final class Complaint {
    private static final int LONGEST_VALUE = 60;

    private final Path file;
    private final byte[] bytes;

    Complaint(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    UnreadableRecordException notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : at.getLineNr() + ":" + at.getColumnNr() + ": ";
        String what = oneLine(e.getOriginalMessage());
        return new UnreadableRecordException(file + ":" + where + "not whole JSON: " + what, e);
    }

    UnreadableRecordException notAnObject() {
        return new UnreadableRecordException(file + ":1:1: not a JSON object");
    }

    UnreadableRecordException unknownSchema(JsonNode found) throws IOException {
        String what = found.isMissingNode()
                ? "schemaVersion is missing"
                : "schemaVersion is unknown: " + shortened(found.toString());
        JsonPointer at = found.isMissingNode() ? JsonPointer.empty() : JsonPointer.compile("/schemaVersion");
        return new UnreadableRecordException(place(at) + what + "; allowed: " + RunDocument.SCHEMA_VERSION);
    }

    UnreadableRecordException isNull(JsonPointer pointer) throws IOException {
        String field =
                pointer.toString().substring(1).replaceAll("/([0-9]+)", "[$1]").replace('/', '.');
        return new UnreadableRecordException(
                place(pointer) + field + " is null; allowed: a value, or no such field where nothing was measured");
    }

    UnreadableRecordException notTheRecord(JsonNode tree, JsonMappingException e) throws IOException {
        JsonPointer pointer = JsonPointer.empty();
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            if (name == null) {
                pointer = pointer.appendIndex(step.getIndex());
                field.append('[').append(step.getIndex()).append(']');
            } else {
                pointer = pointer.appendProperty(name);
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return new UnreadableRecordException(place(pointer) + what(field.toString(), tree.at(pointer), e), e);
    }

    private static String what(String field, JsonNode found, JsonMappingException e) {
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            String prefix = field.isEmpty() ? "" : field + ": ";
            return prefix + oneLine(e.getCause().getMessage());
        }
        if (found.isMissingNode()) {
            return field + " is missing";
        }
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return field + " is " + shortened(found.toString()) + "; allowed: " + allowed(type);
    }

    private static String allowed(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-22T14:00:00Z";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private String place(JsonPointer pointer) throws IOException {
        JsonLocation at = JsonPositions.of(bytes, pointer);
        return file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": ";
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "unknown reason" : message.lines().findFirst().orElse("unknown reason");
    }
}
