package org.busmark.results.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Writes lines from the top of a picture downwards, or notes at its foot. */
final class TextBox {
    private static final double LINE_HEIGHT = 1.3;

    private final Graphics2D graphics;
    private final int left;
    private final int width;

    TextBox(Graphics2D graphics, int left, int width) {
        this.graphics = graphics;
        this.left = left;
        this.width = width;
    }

    static int height(Font font) {
        return (int) Math.ceil(font.getSize() * LINE_HEIGHT);
    }

    /** One line, cut where it would leave the box; returns where the next one may begin. */
    int line(String text, Font font, Color colour, int top) {
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(cut(text, graphics.getFontMetrics(font)), left, top + font.getSize());
        return top + height(font);
    }

    /** Breaks sentences into lines between words. */
    List<String> lines(List<String> sentences, Font font) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            StringBuilder line = new StringBuilder();
            for (String word : sentence.split(" ", -1)) {
                if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private String cut(String text, FontMetrics metrics) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        String shorter = text;
        while (!shorter.isEmpty() && metrics.stringWidth(shorter + "\u2026") > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter + "\u2026";
    }
}
