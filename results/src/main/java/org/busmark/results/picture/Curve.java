package org.busmark.results.picture;

import java.awt.Color;
import java.util.List;

/**
 * A line, or some points, of a plot.
 *
 * @param name in the legend; empty for one that is explained elsewhere
 * @param points in the order in which they are joined
 */
record Curve(String name, Color colour, Trace trace, List<Point> points) {
    Curve {
        points = List.copyOf(points);
    }
}
