package org.busmark.results.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Figures as they are embedded: with more digits than a picture can show and fewer than a double has. */
final class Rounded {
    private static final MathContext DIGITS = new MathContext(4);

    private Rounded() {}

    static double of(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Null for what has no place on a logarithmic axis. */
    static @Nullable Double positive(@Nullable Double value) {
        return value == null || !(value > 0) || Double.isInfinite(value) ? null : Double.valueOf(of(value));
    }
}
