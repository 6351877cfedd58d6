package org.busmark.results.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Makes XChart's chart of a plot. Values are given to it as positions (the logarithm on a logarithmic axis), for XChart
 * can name the ticks of a linear axis only.
 */
final class Chart {
    private static final Color GRID = new Color(0xE4E4E4);
    private static final Color INK = new Color(0x444444);
    private static final int PALE = 110;

    /** About what stands beside and beneath the axes, in sizes of the font: labels, titles, what is left free. */
    private static final double LETTER_WIDTH = 0.6;

    private static final int LONGEST_FIGURE = 7;
    private static final double BESIDE = 4;
    private static final double BENEATH = 5;

    /** Irregular steps between the ends of an axis. */
    private static final double[] UNEVEN = {0, 0.3, 1};

    private static final int LINEAR_STEP = 6;

    /** A little less than a step is long: then XChart finds the step, and none between. */
    private static final double STEP_HINT = 0.9;

    private final Plot plot;
    private final Font font;

    Chart(Plot plot, Font font) {
        this.plot = plot;
        this.font = font;
    }

    XYChart of(int width, int height) {
        XYChart chart = new XYChart(width, height);
        style(chart.getStyler());
        chart.setXAxisTitle(plot.x().title());
        chart.setYAxisTitle(plot.y().title());
        chart.setCustomXAxisTickLabelsFormatter(position -> label(plot.x(), position));
        chart.setCustomYAxisTickLabelsFormatter(position -> label(plot.y(), position));
        double beside =
                BESIDE + LETTER_WIDTH * Math.max(LONGEST_FIGURE, plot.y().longestName());
        chart.getStyler().setXAxisTickMarkSpacingHint(hint(plot.x(), width - beside * font.getSize()));
        chart.getStyler().setYAxisTickMarkSpacingHint(hint(plot.y(), height - BENEATH * font.getSize()));
        addUneven(chart);
        for (Curve curve : plot.curves()) {
            add(curve, chart);
        }
        return chart;
    }

    /** XChart draws no ticks where both ends have the same label, and the ends of a named axis have none. */
    private static String label(Axis axis, double position) {
        String label = axis.labelAt(position);
        return label.isEmpty() && position == axis.positionAt(1) ? " " : label;
    }

    /** Nothing to see: where all values are equally far apart XChart puts its ticks to them, and names no others. */
    private void addUneven(XYChart chart) {
        double[] x = Arrays.stream(UNEVEN).map(plot.x()::positionAt).toArray();
        double[] y = Arrays.stream(UNEVEN).map(plot.y()::positionAt).toArray();
        XYSeries series = chart.addSeries("uneven", x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.NONE);
    }

    private int hint(Axis axis, double pixels) {
        return axis.scale() == Axis.Scale.LINEAR
                ? LINEAR_STEP * font.getSize()
                : (int) Math.max(1, STEP_HINT * pixels / axis.positions());
    }

    private void style(XYStyler styler) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotContentSize(0.98);
        styler.setChartPadding(font.getSize() * 2 / 3);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTitleFont(font);
        styler.setAxisTickLabelsColor(INK);
        styler.setChartFontColor(INK);
        styler.setAxisTickMarksColor(GRID);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTitlePadding(font.getSize() / 2);
        styler.setMarkerSize(font.getSize() * 3 / 5);
        styler.setXAxisMin(plot.x().position(plot.x().min()));
        styler.setXAxisMax(plot.x().position(plot.x().max()));
        styler.setYAxisMin(plot.y().position(plot.y().min()));
        styler.setYAxisMax(plot.y().position(plot.y().max()));
        styler.setAntiAlias(true);
        styler.setTextAntiAlias(true);
    }

    private void add(Curve curve, XYChart chart) {
        double[] x = curve.points().stream()
                .mapToDouble(point -> plot.x().position(point.x()))
                .toArray();
        double[] y = curve.points().stream()
                .mapToDouble(point -> plot.y().position(point.y()))
                .toArray();
        XYSeries series =
                chart.addSeries(String.valueOf(chart.getSeriesCollection().size()), x, y);
        boolean dots = switch (curve.trace()) {
            case DOTS, SOLID_WITH_DOTS, DASHED_WITH_DOTS -> true;
            case SOLID, DASHED, DOTTED, BAND -> false;
        };
        series.setXYSeriesRenderStyle(
                curve.trace() == Trace.DOTS ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
        series.setMarker(dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(curve.colour());
        series.setLineColor(curve.trace() == Trace.BAND ? pale(curve.colour()) : curve.colour());
        series.setLineStyle(Strokes.of(curve.trace(), font.getSize()));
    }

    private static Color pale(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), PALE);
    }
}
