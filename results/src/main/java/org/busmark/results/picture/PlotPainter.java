package org.busmark.results.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;

/** Draws a plot: title, legend and notes around a chart of XChart's. Everything grows with the size of the writing. */
final class PlotPainter {
    private static final Color INK = new Color(0x222222);
    private static final Color VEIL = new Color(255, 255, 255, 200);
    private static final Color PALE_INK = new Color(0x5A5A5A);

    private final Plot plot;
    private final Font titleFont;
    private final Font font;
    private final Font smallFont;

    /** @param fontSize of labels, in pixels; titles are larger, notes smaller */
    PlotPainter(Plot plot, int fontSize) {
        this.plot = plot;
        titleFont = font(Font.BOLD, 1.3, fontSize);
        font = font(Font.PLAIN, 1, fontSize);
        smallFont = font(Font.PLAIN, 0.85, fontSize);
    }

    private static Font font(int style, double factor, int fontSize) {
        return new Font(Font.SANS_SERIF, style, (int) Math.round(factor * fontSize));
    }

    /** Draws it into the upper left corner of what these graphics show. */
    void paint(Graphics2D graphics, int width, int height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        int margin = font.getSize();
        int inner = width - 2 * margin;
        TextBox box = new TextBox(graphics, margin, inner);
        int top = box.line(plot.title(), titleFont, INK, margin);
        top = box.line(plot.subtitle(), font, PALE_INK, top);
        top = new Legend(plot.curves(), font).paint(graphics, margin, inner, top + margin / 3);
        List<String> notes = box.lines(plot.notes(), smallFont);
        int foot = height - margin / 2 - notes.size() * TextBox.height(smallFont);
        int next = foot;
        for (String note : notes) {
            next = box.line(note, smallFont, PALE_INK, next);
        }
        paintChart(graphics, top, width, foot - top);
    }

    private void paintChart(Graphics2D graphics, int top, int width, int height) {
        XYChart chart = new Chart(plot, font).of(width, height);
        Graphics2D part = (Graphics2D) graphics.create(0, top, width, height);
        chart.paint(part, width, height);
        part.setFont(font);
        RemarkPlaces places = new RemarkPlaces(
                chart.getYAxisLeftWidth() + font.getSize(),
                width - font.getSize(),
                part.getFontMetrics().getHeight());
        plot.remarks().forEach(remark -> write(remark, places, chart, part));
        part.dispose();
    }

    /** On a veil, through which a curve is seen but does not cross the letters out. */
    private void write(Remark remark, RemarkPlaces places, XYChart chart, Graphics2D part) {
        FontMetrics metrics = part.getFontMetrics();
        double bottom = chart.getScreenYFromChart(plot.y().position(remark.at().y())) - font.getSize() * 0.65;
        Rectangle2D place = places.take(
                chart.getScreenXFromChart(plot.x().position(remark.at().x())),
                bottom + metrics.getDescent(),
                metrics.stringWidth(remark.text()));
        part.setColor(VEIL);
        part.fill(place);
        part.setColor(remark.colour().darker());
        part.drawString(remark.text(), (float) place.getX(), (float) (place.getMaxY() - metrics.getDescent()));
    }
}
