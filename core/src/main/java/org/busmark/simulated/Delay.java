package org.busmark.simulated;

import java.util.List;

/**
 * A distribution of times: what lies between a send and its due delivery. Each kind is a function of one number in
 * [0, 1), so that a drawn time depends on nothing but that number. Immutable; drawing allocates nothing.
 */
public sealed interface Delay {
    /** No time at all. */
    Delay NONE = new Constant(0);

    /**
     * The time that belongs to a number.
     *
     * @param unit in [0, 1)
     * @return ns, 0 or more
     */
    long drawNs(double unit);

    /** Always the same. */
    record Constant(long ns) implements Delay {
        public Constant {
            Delay.requireNotNegative(ns, "delay");
        }

        @Override
        public long drawNs(double unit) {
            return ns;
        }
    }

    /** Each time between two is as likely as any other. */
    record Uniform(long lowNs, long highNs) implements Delay {
        public Uniform {
            Delay.requireNotNegative(lowNs, "the low end");
            if (highNs < lowNs) {
                throw new IllegalArgumentException("the high end is below the low end: " + highNs + " ns");
            }
        }

        @Override
        public long drawNs(double unit) {
            return lowNs + Math.round(unit * (highNs - lowNs));
        }
    }

    /** Exponential: what lies between events that do not know of each other. */
    record Exponential(long meanNs) implements Delay {
        public Exponential {
            Delay.requireNotNegative(meanNs, "the mean");
        }

        @Override
        public long drawNs(double unit) {
            return Math.round(-meanNs * Math.log1p(-unit));
        }
    }

    /** The logarithm is normal: a long tail on one side. */
    record LogNormal(long medianNs, double sigma) implements Delay {
        public LogNormal {
            Delay.requireNotNegative(medianNs, "the median");
            if (!(sigma >= 0 && sigma <= 10)) {
                throw new IllegalArgumentException("sigma is not in 0..10: " + sigma);
            }
        }

        @Override
        public long drawNs(double unit) {
            return Math.round(medianNs * Math.exp(sigma * StandardNormal.quantile(unit)));
        }
    }

    /**
     * Empirical: a time at each of some shares, straight lines between them.
     *
     * @param points the first at share 0, the last at share 1; shares and times do not decrease
     */
    record Quantiles(List<Point> points) implements Delay {
        /** A share of all times, 0 to 1, and the time that so many do not exceed. */
        public record Point(double share, long ns) {}

        public Quantiles {
            points = List.copyOf(points);
            if (points.size() < 2
                    || points.get(0).share() != 0
                    || points.get(points.size() - 1).share() != 1) {
                throw new IllegalArgumentException("quantiles do not begin with share 0 and end with share 1");
            }
            Delay.requireNotNegative(points.get(0).ns(), "the time at share 0");
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).share() <= points.get(i - 1).share()
                        || points.get(i).ns() < points.get(i - 1).ns()) {
                    throw new IllegalArgumentException(
                            "quantiles do not rise at share " + points.get(i).share());
                }
            }
        }

        @Override
        public long drawNs(double unit) {
            int above = 1;
            while (points.get(above).share() <= unit) {
                above++;
            }
            Point left = points.get(above - 1);
            Point right = points.get(above);
            double way = (unit - left.share()) / (right.share() - left.share());
            return left.ns() + Math.round(way * (right.ns() - left.ns()));
        }
    }

    /**
     * One of several, by shares.
     *
     * @param parts whose shares add up to 1
     */
    record Mixture(List<Part> parts) implements Delay {
        private static final double EXACT_WITHIN = 1e-9;

        /** A share of all messages, and how long these take. */
        public record Part(double share, Delay delay) {
            public Part {
                if (!(share > 0 && share <= 1)) {
                    throw new IllegalArgumentException("a share is not in 0..1: " + share);
                }
            }
        }

        public Mixture {
            parts = List.copyOf(parts);
            double sum = parts.stream().mapToDouble(Part::share).sum();
            if (Math.abs(sum - 1) > EXACT_WITHIN) {
                throw new IllegalArgumentException("the shares of a mix add up to " + sum + ", not to 1");
            }
        }

        @Override
        public long drawNs(double unit) {
            double below = 0;
            int last = parts.size() - 1;
            for (int i = 0; i < last; i++) {
                Part part = parts.get(i);
                if (unit < below + part.share()) {
                    return part.delay().drawNs((unit - below) / part.share());
                }
                below += part.share();
            }
            double within = (unit - below) / (1 - below);
            return parts.get(last).delay().drawNs(Math.min(within, Math.nextDown(1.0)));
        }
    }

    private static void requireNotNegative(long ns, String what) {
        if (ns < 0) {
            throw new IllegalArgumentException(what + " is negative: " + ns + " ns");
        }
    }
}
