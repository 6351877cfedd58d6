package org.busmark.results.picture;

import java.awt.Color;

/** Words above a point of a plot. */
record Remark(Point at, String text, Color colour) {}
