/**
 * Schedules the cells of a campaign, runs each in another JVM, searches for capacities, and keeps in the run's folder what
 * came of it, as it comes: {@link org.busmark.bench.campaign.Campaign} is the story, {@link
 * org.busmark.bench.campaign.StoredCampaign} what is left of it when its process is gone.
 *
 * <p>Threading: a campaign belongs to one thread. What it stores may also be read by the thread that reports while the
 * JVM ends.
 */
@NullMarked
package org.busmark.bench.campaign;

import org.jspecify.annotations.NullMarked;
