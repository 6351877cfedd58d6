package org.busmark.results.files;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML mapping that knows where each value stands. It is read from the parser's node tree and never from constructed
 * objects: nothing is coerced, no type that a file names is built, and every complaint has its exact place.
 */
public final class YamlMapping {
    private static final int MOST_DIGITS = 9;
    private static final int DEEPEST = 10;

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMapping(String file, Node node, Set<String> allowed) throws InvalidFileException {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw at(node, "is " + describe(node) + "; allowed: keys and values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : describe(key);
            if (!allowed.isEmpty() && !allowed.contains(name)) {
                throw at(key, "unknown key '" + name + "'; allowed: " + String.join(", ", allowed));
            }
            if (values.put(name, tuple.getValueNode()) != null) {
                throw at(key, "key '" + name + "' stands twice");
            }
        }
    }

    /**
     * Parses one document.
     *
     * @param allowed keys, in the order in which a message lists them
     */
    public static YamlMapping parse(TextFile source, Set<String> allowed) throws InvalidFileException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(source.text()));
        } catch (MarkedYAMLException e) {
            String problem = e.getProblem() == null ? "is not YAML" : e.getProblem();
            throw new InvalidFileException(place(source.name(), e.getProblemMark()) + "not YAML: " + problem, e);
        } catch (YAMLException e) {
            throw new InvalidFileException(
                    source.name() + ": not YAML: " + firstLine(String.valueOf(e.getMessage())), e);
        }
        if (root == null) {
            throw new InvalidFileException(source.name() + ": is empty");
        }
        return new YamlMapping(source.name(), root, allowed);
    }

    /** Whether the key stands there, with or without a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key that must be there. */
    public String text(String key) throws InvalidFileException {
        Node value = values.get(key);
        if (value == null) {
            throw at(node, "key '" + key + "' is missing");
        }
        return scalar(key, value);
    }

    /**
     * The value of a key, parsed, or the default.
     *
     * @param parser throws IllegalArgumentException that names the text and what is allowed
     */
    public <T> T value(String key, Function<String, T> parser, T absent) throws InvalidFileException {
        return has(key) ? value(key, parser) : absent;
    }

    /** As {@link #value(String, Function, Object)}, for a key that must be there. */
    public <T> T value(String key, Function<String, T> parser) throws InvalidFileException {
        String text = text(key);
        return parsed(key, values.getOrDefault(key, node), text, parser);
    }

    private <T> T parsed(String key, Node where, String text, Function<String, T> parser) throws InvalidFileException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(
                    place(file, where.getStartMark()) + "key '" + key + "': " + e.getMessage(), e);
        }
    }

    /** As {@link #values(String, Function)}; the default when the key is absent. */
    public <T> List<T> values(String key, Function<String, T> parser, List<T> absent) throws InvalidFileException {
        return has(key) ? values(key, parser) : absent;
    }

    /**
     * The values of a key that must be there with one value or a list of them, each parsed.
     *
     * @param parser as in {@link #value(String, Function)}
     */
    public <T> List<T> values(String key, Function<String, T> parser) throws InvalidFileException {
        Node value = values.get(key);
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(value(key, parser));
        }
        if (sequence.getValue().isEmpty()) {
            throw at(value, "key '" + key + "' is an empty list; allowed: one value or a list of them");
        }
        List<T> parsed = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            parsed.add(parsed(key, entry, scalar(key, entry), parser));
        }
        return parsed;
    }

    /** A whole number from {@code least} up, or the default. */
    public int number(String key, int least, int absent) throws InvalidFileException {
        return value(key, text -> wholeNumber(text, least), absent);
    }

    private static int wholeNumber(String text, int least) {
        boolean digits = text.matches("\\d{1," + MOST_DIGITS + "}");
        if (!digits || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a count; allowed: a whole number from " + least + " to 999999999");
        }
        return Integer.parseInt(text);
    }

    /** The keys of a mapping below this one, whatever they are called; empty when the key is absent. */
    public Map<String, String> texts(String key) throws InvalidFileException {
        Node value = values.get(key);
        if (value == null) {
            return Map.of();
        }
        YamlMapping below = new YamlMapping(file, value, Set.of());
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : below.values.keySet()) {
            texts.put(name, below.text(name));
        }
        return texts;
    }

    /** A mapping below this one; absent when the key is. Any key is allowed when none is given. */
    public Optional<YamlMapping> mapping(String key, Set<String> allowed) throws InvalidFileException {
        Node value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(new YamlMapping(file, value, allowed));
    }

    /** In the order of the file. */
    public Set<String> keys() {
        return values.keySet();
    }

    /** The mappings of a list that must be there and must not be empty. */
    public List<YamlMapping> mappings(String key, Set<String> allowed) throws InvalidFileException {
        Node value = values.get(key);
        if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw at(value == null ? node : value, "key '" + key + "' must be a list with at least one entry");
        }
        List<YamlMapping> mappings = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            mappings.add(new YamlMapping(file, entry, allowed));
        }
        return mappings;
    }

    /**
     * What a value class says of the whole, at the key that its message begins with. The value classes begin theirs
     * with the component's name.
     */
    public InvalidFileException refused(IllegalArgumentException complaint) {
        String message = String.valueOf(complaint.getMessage());
        String subject = message.split("[ ,]", 2)[0];
        return new InvalidFileException(place(subject) + message, complaint);
    }

    private String scalar(String key, Node value) throws InvalidFileException {
        if (!(value instanceof ScalarNode scalar)) {
            throw at(value, "key '" + key + "' is " + describe(value) + "; allowed: one value");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw at(value, "key '" + key + "' has no value");
        }
        return scalar.getValue();
    }

    private String place(String key) {
        return place(file, values.getOrDefault(key, node).getStartMark());
    }

    private InvalidFileException at(Node where, String what) {
        return new InvalidFileException(place(file, where.getStartMark()) + what);
    }

    private static String place(String file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
    }

    private static String describe(Node node) {
        return switch (node.getNodeId()) {
            case sequence -> "a list";
            case mapping -> "a mapping";
            default -> "one value";
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
