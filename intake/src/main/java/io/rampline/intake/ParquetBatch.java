package io.rampline.intake;

import dev.hardwood.reader.ColumnReaders;
import io.rampline.intake.csv.CellTime;

/** The rows of a Parquet file as order records, one batch of columns at a time. */
final class ParquetBatch implements OrderValues {
    private final ParquetColumns columns;
    private int rowsBefore;
    private int row;

    ParquetBatch(ParquetColumns columns) {
        this.columns = columns;
    }

    /** Takes the next batch, before which so many rows have passed. */
    void load(ColumnReaders readers, int rowsBeforeBatch) {
        columns.load(readers);
        rowsBefore = rowsBeforeBatch;
    }

    /** Goes to a row of the batch, counted from 0. */
    void go(int rowOfBatch) {
        row = rowOfBatch;
    }

    @Override
    public int line() {
        return rowsBefore + row + 1;
    }

    @Override
    public byte[] bytes(int cell) {
        return columns.get(cell).bytes(row);
    }

    @Override
    public int from(int cell) {
        return columns.get(cell).from(row);
    }

    @Override
    public int to(int cell) {
        return columns.get(cell).to(row);
    }

    @Override
    public boolean isEmpty(int cell) {
        return columns.get(cell).isEmpty(row);
    }

    @Override
    public long moment(int cell) {
        return columns.get(cell).isNull(row)
                ? CellTime.NO_TIME
                : columns.get(cell).moment(row);
    }

    @Override
    public long day(int cell) {
        return columns.get(cell).isNull(row)
                ? CellTime.NO_TIME
                : columns.get(cell).day(row);
    }

    @Override
    public long minor(int cell, int minorUnits) {
        return columns.get(cell).isNull(row) ? -1 : columns.get(cell).minor(row, minorUnits);
    }
}
