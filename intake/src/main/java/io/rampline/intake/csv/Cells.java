package io.rampline.intake.csv;

/** The cells of one record, as ranges of byte buffers in UTF-8. */
public interface Cells {
    /** Where the record stands, counted from 1. */
    int line();

    /** The bytes that {@link #from} and {@link #to} of a cell point into; valid until the next record. */
    byte[] bytes(int cell);

    /** Where a cell, counted from 0, begins. */
    int from(int cell);

    /** Where a cell ends, exclusive. */
    int to(int cell);
}
