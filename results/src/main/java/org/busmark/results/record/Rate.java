package org.busmark.results.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What was offered: so many messages a second, or as many as the window lets through. In JSON a number or {@code
 * "max"}.
 *
 * @param perSecond positive messages a second; null for the closed loop
 */
public record Rate(@Nullable Double perSecond) {
    /** The closed loop: a message is sent when another was delivered. */
    public static final Rate MAX = new Rate(null);

    private static final double LARGEST_EXACT_INTEGER = 9_007_199_254_740_992.0;

    public Rate {
        if (perSecond != null) {
            Require.positive("rate", perSecond);
        }
    }

    public static Rate perSecond(double messages) {
        return new Rate(messages);
    }

    /** Whether this is the closed loop. */
    public boolean closedLoop() {
        return perSecond == null;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Rate of(Object json) {
        if (json instanceof Number number) {
            return perSecond(number.doubleValue());
        }
        if (json.equals("max")) {
            return MAX;
        }
        throw new IllegalArgumentException("rate is neither \"max\" nor messages/s: " + json);
    }

    @JsonValue
    Object json() {
        if (perSecond == null) {
            return "max";
        }
        if (perSecond == Math.rint(perSecond) && perSecond < LARGEST_EXACT_INTEGER) {
            return perSecond.longValue();
        }
        return perSecond;
    }

    @Override
    public String toString() {
        return perSecond == null ? "max" : json() + "/s";
    }
}
