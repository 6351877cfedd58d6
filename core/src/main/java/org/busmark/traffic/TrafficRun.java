package org.busmark.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.busmark.bus.BusException;
import org.busmark.bus.Capabilities;
import org.busmark.bus.MessageBus;
import org.busmark.time.Clock;
import org.busmark.workload.LoopKind;
import org.busmark.workload.Workload;

/**
 * One run from beginning to end, hosted by this class itself: for calibration, conditioning and tests. What JMH hosts
 * goes through the same phases, and lets its warm-up go on until the JVM has settled ({@link Settling}); this does not.
 */
public final class TrafficRun {
    private final MessageBus bus;
    private final Capabilities capabilities;
    private final Workload workload;
    private final int run;
    private final Clock clock;
    private final DisturbanceLog disturbances;

    public TrafficRun(
            MessageBus bus,
            Capabilities capabilities,
            Workload workload,
            int run,
            Clock clock,
            DisturbanceLog disturbances) {
        this.bus = bus;
        this.capabilities = capabilities;
        this.workload = workload;
        this.run = run;
        this.clock = clock;
        this.disturbances = disturbances;
    }

    /**
     * Blocks for about warm-up and duration.
     *
     * @throws BusException if the bus refuses, or no message gets through
     */
    public TrafficReport run() throws BusException {
        List<ExecutorService> threads = new ArrayList<>();
        for (int lane = 0; lane < workload.producers(); lane++) {
            String name = "busmark-lane-" + lane;
            threads.add(Executors.newSingleThreadExecutor(task -> new Thread(task, name)));
        }
        try (Traffic traffic = Traffic.provision(bus, capabilities, workload, run, clock, disturbances)) {
            List<Lane> lanes = openLanes(threads, traffic);
            if (!workload.warmup().isZero()) {
                iterate(threads, lanes, traffic, workload.warmup(), false);
            }
            iterate(threads, lanes, traffic, workload.duration(), true);
            if (workload.loop() == LoopKind.CLOSED) {
                traffic.drain();
            }
            onEach(threads, lanes, Lane::close);
            return traffic.judge();
        } finally {
            threads.forEach(ExecutorService::shutdownNow);
        }
    }

    private List<Lane> openLanes(List<ExecutorService> threads, Traffic traffic) throws BusException {
        List<Callable<Lane>> opening = new ArrayList<>();
        for (int lane = 0; lane < threads.size(); lane++) {
            int number = lane;
            opening.add(() -> traffic.openLane(number));
        }
        return together(threads, opening);
    }

    private void iterate(
            List<ExecutorService> threads, List<Lane> lanes, Traffic traffic, Duration duration, boolean measured)
            throws BusException {
        Iteration iteration = traffic.begin(duration.toNanos(), measured);
        onEach(threads, lanes, lane -> {
            lane.loop().begin(iteration, () -> isOver(iteration));
            while (!isOver(iteration)) {
                lane.loop().step(() -> isOver(iteration));
            }
            lane.loop().end();
        });
        traffic.end();
        if (workload.loop() != LoopKind.CLOSED) {
            traffic.drain();
        }
    }

    private boolean isOver(Iteration iteration) {
        return clock.nanoTime() >= iteration.endNs() || Thread.currentThread().isInterrupted();
    }

    private interface LaneStep {
        void on(Lane lane) throws BusException;
    }

    private static void onEach(List<ExecutorService> threads, List<Lane> lanes, LaneStep step) throws BusException {
        List<Callable<Lane>> steps = new ArrayList<>();
        for (Lane lane : lanes) {
            steps.add(() -> {
                step.on(lane);
                return lane;
            });
        }
        together(threads, steps);
    }

    /** Runs task i on thread i and waits for all; the first failure is thrown after the others ended. */
    private static <T> List<T> together(List<ExecutorService> threads, List<Callable<T>> tasks) throws BusException {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            futures.add(threads.get(i).submit(tasks.get(i)));
        }
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : futures) {
                results.add(future.get(10, TimeUnit.MINUTES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BusException cause
                    ? cause
                    : new BusException("a lane failed: " + e.getCause(), e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new BusException("a lane did not end within 10 minutes", e);
        }
        return results;
    }
}
