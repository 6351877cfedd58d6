package org.busmark.results.picture;

/** A point of a curve, in the units of the plot's axes. */
record Point(double x, double y) {
    Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("point is not finite: " + x + ", " + y);
        }
    }
}
