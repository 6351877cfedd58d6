/**
 * What was sent, what became of each send, what was delivered; and what that makes lost, duplicated, reordered or
 * corrupt. Pure accounting in the vocabulary of Jepsen's total-queue checker: it knows no bus and no clock, and is tested
 * on made-up histories against a slow reference.
 *
 * <p>Threading: each account has one writer, named in its Javadoc, and takes no lock on the hot path. {@link
 * org.busmark.ledger.Ledger#totals} may be called from any thread and is exact when all writers are quiet.
 */
@NullMarked
package org.busmark.ledger;

import org.jspecify.annotations.NullMarked;
