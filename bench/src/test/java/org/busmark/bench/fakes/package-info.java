/**
 * Buses for tests, installed as services so that forks find them too. All move messages as the loopback bus does.
 *
 * <p>Threading: as their interfaces say.
 */
@NullMarked
package org.busmark.bench.fakes;

import org.jspecify.annotations.NullMarked;
