/** Schedules the cells of a campaign, runs each in its fork and gathers what the forks recorded. */
@NullMarked
package org.busmark.bench.campaign;

import org.jspecify.annotations.NullMarked;
