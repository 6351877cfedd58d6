package org.busmark.bench.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.busmark.broker.Progress;

/**
 * Says what runs, how far it is and how long it may still take. Time left is the mean time of the steps that are
 * finished, times those that are not; where the steps' times are planned, the plan for those that are not, times what
 * the finished ones took of theirs; at first the plan itself counts for more than the few that are finished.
 *
 * <p>Thread-safe: every method holds the same lock. Printing may block as long as whoever reads standard error lets
 * it, so a measuring thread MUST NOT call this.
 */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final String START_OF_LINE = "\r";
    private static final String CLEAR_TO_END = "\u001b[K";
    private static final int MOST_CHARACTERS = 119;

    /** A plan weighs as much as so long a time in which all went as planned: one slow start is no trend. */
    private static final long TRUST_IN_PLAN_NS = TimeUnit.MINUTES.toNanos(1);

    private final PrintStream err;
    private final boolean rewrites;
    private final LongSupplier nanoTime;

    private String phase = "";
    private boolean lineIsOpen;
    private boolean stepsBegan;
    private long firstStepNs;
    private int doneAtFirstStep;
    private boolean planBegan;
    private long firstPlannedStepNs;
    private Duration planDoneAtFirstStep = Duration.ZERO;

    /**
     * @param err where people read
     * @param rewrites whether that is a terminal that understands a carriage return and {@code ESC [ K}
     * @param nanoTime monotonic, in nanoseconds
     */
    public ProgressLine(PrintStream err, boolean rewrites, LongSupplier nanoTime) {
        this.err = err;
        this.rewrites = rewrites;
        this.nanoTime = nanoTime;
    }

    /** On standard error, rewriting if the launcher saw that it is a terminal: Java itself cannot tell. */
    public static ProgressLine on(PrintStream err) {
        String terminal = Objects.requireNonNullElse(System.getenv("TERM"), "dumb");
        boolean rewrites = Boolean.getBoolean("busmark.terminal") && !terminal.isBlank() && !terminal.equals("dumb");
        return new ProgressLine(err, rewrites, System::nanoTime);
    }

    /** A new phase begins; the counting of steps begins anew. */
    public synchronized void phase(String what) {
        phase = what;
        stepsBegan = false;
        show(what);
    }

    /**
     * A step of the phase begins.
     *
     * @param done steps that are finished, from 0
     * @param of all steps of the phase
     * @param what is done now
     */
    public synchronized void step(int done, int of, String what) {
        long nowNs = nanoTime.getAsLong();
        if (!stepsBegan) {
            stepsBegan = true;
            firstStepNs = nowNs;
            doneAtFirstStep = done;
        }
        show(Math.min(done + 1, of) + "/" + of + " " + what + timeText(nowNs - firstStepNs, done, of));
    }

    /**
     * A step begins whose time is planned. Unlike the others these are counted across phases.
     *
     * @param done steps that are finished or will never be, from 0
     * @param of all steps
     * @param planDone planned time of what was done, whatever it was
     * @param planLeft planned time of this step and of all that follow
     * @param what is done now
     */
    public synchronized void step(int done, int of, Duration planDone, Duration planLeft, String what) {
        long nowNs = nanoTime.getAsLong();
        if (!planBegan) {
            planBegan = true;
            firstPlannedStepNs = nowNs;
            planDoneAtFirstStep = planDone;
        }
        long goneNs = nowNs - firstPlannedStepNs;
        long plannedNs = planDone.minus(planDoneAtFirstStep).toNanos();
        double slower = (double) (goneNs + TRUST_IN_PLAN_NS) / (plannedNs + TRUST_IN_PLAN_NS);
        show(Math.min(done + 1, of) + "/" + of + " " + what + " (" + format(goneNs) + " gone, about "
                + format((long) (slower * planLeft.toNanos())) + " left)");
    }

    /** A detail of the phase, as brokers tell them. */
    @Override
    public synchronized void step(String what) {
        show(phase.isEmpty() ? what : phase + ": " + what);
    }

    /** A line that stays, above the one that is rewritten. */
    public synchronized void message(String line) {
        clear();
        err.println(line);
    }

    /** Leaves the terminal's line clean; more may follow. */
    @Override
    public synchronized void close() {
        clear();
        err.flush();
    }

    private String timeText(long elapsedNs, int done, int of) {
        int finished = done - doneAtFirstStep;
        if (finished <= 0 || done > of) {
            return "";
        }
        long leftNs = (long) ((double) elapsedNs / finished * (of - done));
        return " (" + format(elapsedNs) + " gone, about " + format(leftNs) + " left)";
    }

    private static String format(long nanos) {
        Duration duration = Duration.ofSeconds(Math.round(nanos / 1e9));
        return duration.toMinutes() == 0
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private void show(String line) {
        if (!rewrites) {
            err.println(line);
        } else {
            String fitting = line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) : line;
            err.print(START_OF_LINE + fitting + CLEAR_TO_END);
            lineIsOpen = true;
        }
        err.flush();
    }

    private void clear() {
        if (lineIsOpen) {
            err.print(START_OF_LINE + CLEAR_TO_END);
            lineIsOpen = false;
        }
    }
}
