package org.busmark.results.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** Says which curve is whose, in as many rows as it takes. XChart's own does not break into rows. */
final class Legend {
    private static final Color INK = new Color(0x222222);

    private final List<Curve> named;
    private final Font font;

    Legend(List<Curve> curves, Font font) {
        this.named = curves.stream().filter(curve -> !curve.name().isEmpty()).toList();
        this.font = font;
    }

    /** Draws it; returns where the next thing may begin. */
    int paint(Graphics2D graphics, int left, int width, int top) {
        if (named.isEmpty()) {
            return top;
        }
        int sample = 2 * font.getSize();
        int gap = font.getSize() / 2;
        int x = left;
        int y = top;
        graphics.setFont(font);
        for (Curve curve : named) {
            int needed = sample + gap + graphics.getFontMetrics().stringWidth(curve.name());
            if (x > left && x + needed > left + width) {
                x = left;
                y += TextBox.height(font);
            }
            int middle = y + font.getSize() * 2 / 3;
            graphics.setColor(curve.colour());
            graphics.setStroke(Strokes.of(curve.trace(), font.getSize()));
            graphics.drawLine(x, middle, x + sample, middle);
            graphics.setColor(INK);
            graphics.drawString(curve.name(), x + sample + gap, y + font.getSize());
            x += needed + 2 * gap + gap;
        }
        return y + TextBox.height(font);
    }
}
