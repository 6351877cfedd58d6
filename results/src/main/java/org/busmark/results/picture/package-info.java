/**
 * Pictures of a run as PNG files, for READMEs, pages and mails: what a {@link org.busmark.results.picture.Plot} shows is
 * worked out first, from the run's record and its interval logs, and only then drawn, so that tests look at points and not
 * at pixels. An INVALID cell has no number and no curve; the picture says that it is missing.
 *
 * <p>Names come from files that anybody may have written: they reach no file name and no drawing as they are.
 *
 * <p>Threading: confined to one thread. Needs no screen, but a font.
 */
@NullMarked
package org.busmark.results.picture;

import org.jspecify.annotations.NullMarked;
