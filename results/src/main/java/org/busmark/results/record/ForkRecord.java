package org.busmark.results.record;

/**
 * What a fork writes of itself: its cell and its run.
 *
 * @param schemaVersion {@link RunDocument#SCHEMA_VERSION}
 */
public record ForkRecord(int schemaVersion, CellCoordinates cell, RunRecord run) {
    public ForkRecord(CellCoordinates cell, RunRecord run) {
        this(RunDocument.SCHEMA_VERSION, cell, run);
    }
}
