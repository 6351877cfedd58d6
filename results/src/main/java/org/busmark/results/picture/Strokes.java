package org.busmark.results.picture;

import java.awt.BasicStroke;

/** Lines, as broad as the writing beside them asks for. */
final class Strokes {
    private static final float TO_FONT = 0.16f;
    private static final float BAND_TO_FONT = 0.7f;

    private Strokes() {}

    static BasicStroke of(Trace trace, int fontSize) {
        float width = fontSize * TO_FONT;
        return switch (trace) {
            case SOLID, SOLID_WITH_DOTS, DOTS -> solid(width);
            case DASHED, DASHED_WITH_DOTS -> broken(width, 3 * width, 2.5f * width);
            case DOTTED -> broken(width * 0.7f, width, 2 * width);
            case BAND -> solid(fontSize * BAND_TO_FONT);
        };
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke broken(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
    }
}
