/**
 * Statements about buses, held as data, and whether a run's document bears them out.
 *
 * <p>A claim is an entry of a YAML file: its words, and conditions over what a document holds (the verdicts of its
 * comparisons, capacities, ledgers, the walkthrough, facts that a bus reported). A condition finds evidence for or
 * against; {@link org.busmark.results.claims.ClaimJudge} makes one verdict of all of it. Nothing here judges a number by
 * itself: whether two buses differ was said by the comparison. The claims that come with Busmark are such a file, in
 * {@code claims/source-document.yaml}.
 *
 * <p>Threading: immutable values and pure functions.
 */
@NullMarked
package org.busmark.results.claims;

import org.jspecify.annotations.NullMarked;
