/**
 * What a run leaves behind: {@code run.json} and the record that each fork writes of itself, as immutable values.
 *
 * <p>Field names carry their units. A component that is {@code @Nullable} is absent from the document when it was not
 * measured; every other component is required when a document is read. Fields that this version does not know are
 * passed over, because a later version may add fields without a new schema version.
 *
 * <p>Threading: values are immutable; the classes that read and write files hold no state.
 */
@NullMarked
package org.busmark.results.record;

import org.jspecify.annotations.NullMarked;
