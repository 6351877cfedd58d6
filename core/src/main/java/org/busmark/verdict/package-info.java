/**
 * Whether a run may be believed: rules over what was recorded, each with its limit in {@link
 * org.busmark.verdict.Limits} and its words in {@link org.busmark.verdict.Reason}. Pure functions, so that a made-up
 * history can be judged like a real one; what a broken promise is says {@link org.busmark.ledger.LedgerRules}.
 *
 * <p>Threading: stateless rules and immutable values.
 */
@NullMarked
package org.busmark.verdict;

import org.jspecify.annotations.NullMarked;
