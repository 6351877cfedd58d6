package org.busmark.results.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where the few remarks of one plot stand: above their points, between its sides, and a line higher while one covers another. */
final class RemarkPlaces {
    private final double left;
    private final double right;
    private final double lineHeight;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /**
     * @param left side of the plot, in pixels
     * @param right side of it, in pixels
     * @param lineHeight of the writing, in pixels
     */
    RemarkPlaces(double left, double right, double lineHeight) {
        this.left = left;
        this.right = right;
        this.lineHeight = lineHeight;
    }

    /**
     * Takes a place.
     *
     * @param x the middle, if there is room
     * @param bottom of the lowest line, in pixels from above
     * @param width of the writing, in pixels
     */
    Rectangle2D take(double x, double bottom, double width) {
        double from = Math.min(Math.max(left, x - width / 2), right - width);
        Rectangle2D place = new Rectangle2D.Double(from, bottom - lineHeight, width, lineHeight);
        while (taken.stream().anyMatch(place::intersects)) {
            place = new Rectangle2D.Double(from, place.getY() - lineHeight, width, lineHeight);
        }
        taken.add(place);
        return place;
    }
}
