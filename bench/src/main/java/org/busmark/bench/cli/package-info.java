/**
 * The command line: reads what people typed, checks all of it before anything is started, and calls the campaign. Data
 * goes to standard output, everything for people to standard error. Single-threaded.
 */
@NullMarked
package org.busmark.bench.cli;

import org.jspecify.annotations.NullMarked;
