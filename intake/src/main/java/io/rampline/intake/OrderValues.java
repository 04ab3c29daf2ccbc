package io.rampline.intake;

import io.rampline.intake.csv.CellNumber;
import io.rampline.intake.csv.CellTime;
import io.rampline.intake.csv.Cells;

/** The values of one order record, for a reading that says "not sure" where it would have to look closely. */
interface OrderValues extends Cells {
    boolean isEmpty(int cell);

    /** Microseconds since 1970-01-01T00:00, or {@link CellTime#NO_TIME} when not sure. */
    long moment(int cell);

    /** Days since 1970-01-01, or {@link CellTime#NO_TIME} when not sure. */
    long day(int cell);

    /** An amount in minor units; negative when not sure. */
    long minor(int cell, int minorUnits);

    /** Values that are read from the text of the cells. */
    record OfText(Cells cells) implements OrderValues {
        @Override
        public int line() {
            return cells.line();
        }

        @Override
        public byte[] bytes(int cell) {
            return cells.bytes(cell);
        }

        @Override
        public int from(int cell) {
            return cells.from(cell);
        }

        @Override
        public int to(int cell) {
            return cells.to(cell);
        }

        @Override
        public boolean isEmpty(int cell) {
            return from(cell) == to(cell);
        }

        @Override
        public long moment(int cell) {
            return CellTime.moment(bytes(cell), from(cell), to(cell));
        }

        @Override
        public long day(int cell) {
            return CellTime.date(bytes(cell), from(cell), to(cell));
        }

        @Override
        public long minor(int cell, int minorUnits) {
            return CellNumber.money(bytes(cell), from(cell), to(cell), minorUnits);
        }
    }
}
