package org.busmark.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as flat names and texts: the simulated bus's settings, the keys of a script file, and what a report shows are
 * all the same.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><td>seed</td><td>a whole number</td></tr>
 * <tr><td>delay, ack-delay</td><td>{@code 20 ms} | {@code uniform 10 ms .. 30 ms} | {@code exponential 20 ms} (mean) |
 * {@code lognormal 20 ms sigma 0.5} (median) | {@code quantiles 0=5 ms, 0.9=20 ms, 1=500 ms} | {@code mix 0.9=20 ms +
 * 0.1=exponential 100 ms}</td></tr>
 * <tr><td>stall</td><td>{@code none} | {@code 1 s at 5 s}, several separated by commas</td></tr>
 * <tr><td>rejection, loss, corruption, flagged-duplicates, unflagged-duplicates, reorder-within, reorder-across,
 * lost-acks</td><td>a share, 0 to 1</td></tr>
 * <tr><td>held-back</td><td>a time: for reorder-within and reorder-across</td></tr>
 * <tr><td>service-time</td><td>a time</td></tr>
 * <tr><td>ceiling</td><td>{@code none} | {@code 1000/s}</td></tr>
 * </table>
 */
public final class ScriptText {
    private static final Map<Fate, String> FATES = fates();
    private static final Map<String, String> DEFAULTS = defaults();

    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(us|ms|s)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*/\\s*s");
    private static final Pattern SHARE = Pattern.compile("0(?:\\.\\d{1,9})?|1(?:\\.0{1,9})?");
    private static final Pattern UNIFORM = Pattern.compile("uniform\\s+(.+?)\\s*\\.\\.\\s*(.+)");
    private static final Pattern EXPONENTIAL = Pattern.compile("exponential\\s+(.+)");
    private static final Pattern LOGNORMAL = Pattern.compile("lognormal\\s+(.+?)\\s+sigma\\s+(\\d(?:\\.\\d{1,6})?)");
    private static final Pattern QUANTILES = Pattern.compile("quantiles\\s+(.+)");
    private static final Pattern MIX = Pattern.compile("mix\\s+(.+)");
    private static final Pattern PART = Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(.+?)\\s*");
    private static final Pattern STALL = Pattern.compile("\\s*(.+?)\\s+at\\s+(.+?)\\s*");

    private ScriptText() {}

    private static Map<Fate, String> fates() {
        EnumMap<Fate, String> names = new EnumMap<>(Fate.class);
        names.put(Fate.REJECTED, "rejection");
        names.put(Fate.LOST, "loss");
        names.put(Fate.CORRUPTED, "corruption");
        names.put(Fate.REPEATED_FLAGGED, "flagged-duplicates");
        names.put(Fate.REPEATED_UNFLAGGED, "unflagged-duplicates");
        names.put(Fate.OVERTAKEN_WITHIN, "reorder-within");
        names.put(Fate.OVERTAKEN_ACROSS, "reorder-across");
        return names;
    }

    private static Map<String, String> defaults() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("seed", "1");
        texts.put("delay", "0 ms");
        texts.put("ack-delay", "0 ms");
        texts.put("stall", "none");
        FATES.values().forEach(name -> texts.put(name, "0"));
        texts.put("held-back", "0 ms");
        texts.put("lost-acks", "0");
        texts.put("service-time", "0 ms");
        texts.put("ceiling", "none");
        return Collections.unmodifiableMap(texts);
    }

    /** All names, in the order to print them. */
    public static Set<String> names() {
        return DEFAULTS.keySet();
    }

    /** These texts, and what the absent names mean. */
    public static Map<String, String> complete(Map<String, String> texts) {
        Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
        all.putAll(texts);
        return all;
    }

    /** @throws IllegalArgumentException whose message begins with the name and says what is allowed */
    public static Script parse(Map<String, String> texts) {
        for (String name : texts.keySet()) {
            if (!DEFAULTS.containsKey(name)) {
                throw new IllegalArgumentException(
                        name + " is not known; allowed: " + String.join(", ", DEFAULTS.keySet()));
            }
        }
        Map<String, String> all = complete(texts);
        EnumMap<Fate, Double> shares = new EnumMap<>(Fate.class);
        FATES.forEach((fate, name) -> {
            double share = named(name, all, ScriptText::share);
            if (share > 0) {
                shares.put(fate, share);
            }
        });
        Script script = new Script(
                named("seed", all, ScriptText::seed),
                named("delay", all, ScriptText::delay),
                named("ack-delay", all, ScriptText::delay),
                named("stall", all, ScriptText::stalls),
                shares,
                named("held-back", all, ScriptText::timeNs),
                named("lost-acks", all, ScriptText::share),
                named("service-time", all, ScriptText::timeNs),
                named("ceiling", all, ScriptText::ceiling));
        requireHeldBack(script);
        return script;
    }

    private static void requireHeldBack(Script script) {
        boolean reorders = script.share(Fate.OVERTAKEN_WITHIN) + script.share(Fate.OVERTAKEN_ACROSS) > 0;
        if (reorders && script.heldBackNs() == 0) {
            throw new IllegalArgumentException("held-back is 0; with reordering allowed: a time, such as 50 ms");
        }
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> T named(String name, Map<String, String> texts, Parser<T> parser) {
        String text = texts.getOrDefault(name, "").strip();
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is '" + text + "': " + e.getMessage(), e);
        }
    }

    private static long seed(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("allowed: a whole number");
        }
        return Long.parseLong(text);
    }

    private static double share(String text) {
        if (!SHARE.matcher(text).matches()) {
            throw new IllegalArgumentException("allowed: a share from 0 to 1, such as 0.01");
        }
        return Double.parseDouble(text);
    }

    private static long timeNs(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a time; allowed: a number and us, ms or s");
        }
        double unitNs = switch (matcher.group(2)) {
            case "us" -> 1e3;
            case "ms" -> 1e6;
            default -> 1e9;
        };
        return Math.round(Double.parseDouble(matcher.group(1)) * unitNs);
    }

    private static double ceiling(String text) {
        if (text.equals("none")) {
            return Double.POSITIVE_INFINITY;
        }
        Matcher matcher = RATE.matcher(text);
        double rate = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(rate > 0)) {
            throw new IllegalArgumentException("allowed: none, or a positive number and /s, such as 1000/s");
        }
        return rate;
    }

    private static List<Stall> stalls(String text) {
        List<Stall> stalls = new ArrayList<>();
        if (!text.equals("none")) {
            for (String one : text.split(",", -1)) {
                Matcher matcher = STALL.matcher(one);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("allowed: none, or such as 1 s at 5 s");
                }
                stalls.add(new Stall(timeNs(matcher.group(2)), timeNs(matcher.group(1))));
            }
        }
        return stalls;
    }

    private static Delay delay(String text) {
        Matcher uniform = UNIFORM.matcher(text);
        if (uniform.matches()) {
            return new Delay.Uniform(timeNs(uniform.group(1)), timeNs(uniform.group(2)));
        }
        Matcher exponential = EXPONENTIAL.matcher(text);
        if (exponential.matches()) {
            return new Delay.Exponential(timeNs(exponential.group(1)));
        }
        Matcher lognormal = LOGNORMAL.matcher(text);
        if (lognormal.matches()) {
            return new Delay.LogNormal(timeNs(lognormal.group(1)), Double.parseDouble(lognormal.group(2)));
        }
        Matcher quantiles = QUANTILES.matcher(text);
        if (quantiles.matches()) {
            List<Delay.Quantiles.Point> points = new ArrayList<>();
            for (String part : quantiles.group(1).split(",", -1)) {
                Matcher point = part(part);
                points.add(new Delay.Quantiles.Point(share(point.group(1)), timeNs(point.group(2))));
            }
            return new Delay.Quantiles(points);
        }
        Matcher mix = MIX.matcher(text);
        if (mix.matches()) {
            List<Delay.Mixture.Part> parts = new ArrayList<>();
            for (String part : mix.group(1).split("\\+", -1)) {
                Matcher of = part(part);
                parts.add(new Delay.Mixture.Part(share(of.group(1)), delay(of.group(2))));
            }
            return new Delay.Mixture(parts);
        }
        return new Delay.Constant(timeNs(text));
    }

    private static Matcher part(String text) {
        Matcher matcher = PART.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text.strip() + "' is not a part; allowed: such as 0.9=20 ms");
        }
        return matcher;
    }
}
