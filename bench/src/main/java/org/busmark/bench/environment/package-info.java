/**
 * The machine, as far as it tells: everything is optional, and a system without {@code /proc} loses facts, never the
 * run. Stateless but for the counters that a {@link org.busmark.bench.environment.MachineEnvironment} read when it was
 * made; safe for any thread.
 */
@NullMarked
package org.busmark.bench.environment;

import org.jspecify.annotations.NullMarked;
