package org.busmark.results.picture;

import java.awt.Color;

/**
 * Words above a point of a plot; moved sideways where they would leave it.
 *
 * @param row how many lines higher than right above the point, so that neighbours do not cover each other
 */
record Remark(Point at, String text, Color colour, int row) {}
