/**
 * The engine that moves one workload through one bus, phase by phase. {@link org.busmark.traffic.TrafficRun} tells the
 * story from provisioning to judging; JMH walks through the same phases from its own set-up and tear-down methods.
 *
 * <p>Threading: each {@link org.busmark.traffic.Lane} (a producer with its loop) is confined to one thread; receivers
 * run on the bus's threads; {@link org.busmark.traffic.Traffic} itself is called from one thread at a time, between
 * iterations.
 */
@NullMarked
package org.busmark.traffic;

import org.jspecify.annotations.NullMarked;
