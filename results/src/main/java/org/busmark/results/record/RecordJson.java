package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How records become JSON and back. */
final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new RequiredUnlessNullable())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RecordJson() {}

    static byte[] bytes(Object document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MAPPER.writeValue(bytes, document);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Complaint complaint = new Complaint(file, bytes);
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw complaint.notJson(e);
        }
        if (!tree.isObject()) {
            throw complaint.notAnObject();
        }
        JsonNode schema = tree.path("schemaVersion");
        if (!schema.isInt() || schema.intValue() != RunDocument.SCHEMA_VERSION) {
            throw complaint.unknownSchema(schema);
        }
        Optional<JsonPointer> nothing = firstNull(tree, JsonPointer.empty());
        if (nothing.isPresent()) {
            throw complaint.isNull(nothing.get());
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw complaint.notTheRecord(tree, e);
        }
    }

    /** Binding takes a null for an absent field, and absent means not measured: somebody else wrote that null. */
    private static Optional<JsonPointer> firstNull(JsonNode node, JsonPointer pointer) {
        if (node.isNull()) {
            return Optional.of(pointer);
        }
        Stream<Optional<JsonPointer>> inside = node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(i -> firstNull(node.get(i), pointer.appendIndex(i)))
                : node.propertyStream()
                        .map(field -> firstNull(field.getValue(), pointer.appendProperty(field.getKey())));
        return inside.flatMap(Optional::stream).findFirst();
    }
}
