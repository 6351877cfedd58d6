/**
 * What a campaign would do before it does it: which bus is offered which workload, how long it takes, how much disk.
 * Pure functions and values; safe for any thread.
 */
@NullMarked
package org.busmark.bench.plan;

import org.jspecify.annotations.NullMarked;
