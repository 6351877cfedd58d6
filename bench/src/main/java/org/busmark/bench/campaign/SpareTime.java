package org.busmark.bench.campaign;

import java.util.function.BooleanSupplier;

/**
 * Time for what is not in the plan.
 *
 * @param left whether there is any
 * @param isBounded whether it can run out; where it cannot, a machine that is never quiet would have all the time there is
 */
record SpareTime(BooleanSupplier left, boolean isBounded) {
    boolean isLeft() {
        return left.getAsBoolean();
    }
}
