package io.rampline.intake;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.LogicalType.TimeUnit;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnSchema;
import io.rampline.intake.csv.CellNumber;
import io.rampline.intake.csv.CellTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of a batch of a Parquet file. Each value can be asked for in two ways: fast, as a number that may be "not
 * sure", and plain, as the text that would stand in the cell of a CSV file.
 */
final class ParquetColumn {
    /** How the values of a column are kept. */
    enum Kind {
        TEXT,
        DAYS,
        MILLIS,
        MICROS,
        NANOS,
        /** A whole number or a decimal of at most 18 digits. */
        DECIMAL,
        /** A decimal of any size as big-endian bytes. */
        BIG_DECIMAL,
        DOUBLE
    }

    private static final List<String> DAY_COLUMNS = List.of("delivered_on", "cancelled_on");
    private static final byte[] NOTHING = {};
    private static final int DECIMALS_MAX = 18;
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter();

    private final Kind kind;
    private final int decimals;
    private final long[] scaleToMinor;

    private int[] ints = {};
    private long[] longs = {};
    private double[] doubles = {};
    private byte[] bytes = NOTHING;
    private int[] offsets = {0};
    private Validity validity = Validity.NO_NULLS;
    private boolean hasNulls;
    private boolean isInts;

    private int writtenRow = -1;
    private byte[] written = NOTHING;

    private ParquetColumn(Kind kind, int decimals, int minorUnits) {
        this.kind = kind;
        this.decimals = decimals;
        // What one unit of the last decimal is in minor units; none when it is less than one.
        this.scaleToMinor = decimals <= minorUnits
                ? new long[] {BigInteger.TEN.pow(minorUnits - decimals).longValueExact()}
                : new long[0];
    }

    static ParquetColumn ofText() {
        return new ParquetColumn(Kind.TEXT, 0, 0);
    }

    /** A column that holds text, times or numbers; empty for any other. */
    static Optional<ParquetColumn> of(ColumnSchema schema, int minorUnits) {
        if (schema.maxRepetitionLevel() > 0 || schema.fieldPath().elements().size() > 1) {
            return Optional.empty();
        }
        return kind(schema).map(kind -> new ParquetColumn(kind, decimals(schema), minorUnits));
    }

    private static Optional<Kind> kind(ColumnSchema schema) {
        LogicalType logical = schema.logicalType();
        return switch (schema.type()) {
            case BOOLEAN, INT96 -> Optional.empty();
            case FLOAT, DOUBLE -> Optional.of(Kind.DOUBLE);
            case BYTE_ARRAY -> Optional.of(logical instanceof LogicalType.DecimalType ? Kind.BIG_DECIMAL : Kind.TEXT);
            case FIXED_LEN_BYTE_ARRAY ->
                logical instanceof LogicalType.DecimalType ? Optional.of(Kind.BIG_DECIMAL) : Optional.empty();
            case INT32, INT64 -> Optional.of(wholeKind(logical));
        };
    }

    private static Kind wholeKind(LogicalType logical) {
        if (logical instanceof LogicalType.DateType) {
            return Kind.DAYS;
        }
        if (logical instanceof LogicalType.TimestampType(var _, TimeUnit unit)) {
            return switch (unit) {
                case MILLIS -> Kind.MILLIS;
                case MICROS -> Kind.MICROS;
                case NANOS -> Kind.NANOS;
            };
        }
        return Kind.DECIMAL;
    }

    private static int decimals(ColumnSchema schema) {
        int scale = schema.logicalType() instanceof LogicalType.DecimalType decimal ? decimal.scale() : 0;
        return Math.max(0, Math.min(DECIMALS_MAX, scale));
    }

    /** Whether a column of orders may be kept like this; any of them may be text as in a CSV file. */
    boolean fits(String column) {
        return switch (kind) {
            case TEXT -> true;
            case DAYS -> column.equals("locked_at") || DAY_COLUMNS.contains(column);
            case MILLIS, MICROS, NANOS -> column.equals("locked_at");
            case DECIMAL, BIG_DECIMAL, DOUBLE -> column.equals("deposit");
        };
    }

    /** What {@link #fits}, for people. */
    static String expected(String column) {
        if (DAY_COLUMNS.contains(column)) {
            return "dates, or strings as in orders.csv";
        }
        return switch (column) {
            case "locked_at" -> "timestamps or dates, or strings as in orders.csv";
            case "deposit" -> "decimals, doubles or whole numbers, or strings as in orders.csv";
            default -> "strings as in orders.csv";
        };
    }

    /** Takes the values of the next batch. */
    void load(ColumnReader reader) {
        PhysicalType type = reader.getColumnSchema().type();
        writtenRow = -1;
        validity = reader.getLeafValidity();
        hasNulls = validity.hasNulls();
        isInts = type == PhysicalType.INT32;
        switch (type) {
            case INT32 -> ints = reader.getInts();
            case INT64 -> longs = reader.getLongs();
            case DOUBLE -> doubles = reader.getDoubles();
            case FLOAT -> doubles = widened(reader.getFloats());
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> {
                bytes = reader.getBinaryValues();
                offsets = reader.getBinaryOffsets();
            }
            case BOOLEAN, INT96 -> throw new IllegalStateException("found a column of " + type + ", expected none");
        }
    }

    boolean isNull(int row) {
        return hasNulls && validity.isNull(row);
    }

    boolean isEmpty(int row) {
        return isNull(row) || (kind == Kind.TEXT && offsets[row] == offsets[row + 1]);
    }

    /** Microseconds since 1970-01-01T00:00, or {@link CellTime#NO_TIME} when not sure. */
    long moment(int row) {
        return switch (kind) {
            case MICROS -> longs[row];
            case MILLIS -> Math.abs(longs[row]) < Long.MAX_VALUE / 1_000 ? longs[row] * 1_000 : CellTime.NO_TIME;
            case NANOS -> Math.floorDiv(longs[row], 1_000L);
            case DAYS -> ints[row] * CellTime.MICROS_PER_DAY;
            case TEXT -> CellTime.moment(bytes, offsets[row], offsets[row + 1]);
            case DECIMAL, BIG_DECIMAL, DOUBLE -> CellTime.NO_TIME;
        };
    }

    /** Days since 1970-01-01, or {@link CellTime#NO_TIME} when not sure. */
    long day(int row) {
        return switch (kind) {
            case DAYS -> ints[row];
            case TEXT -> CellTime.date(bytes, offsets[row], offsets[row + 1]);
            case MICROS, MILLIS, NANOS, DECIMAL, BIG_DECIMAL, DOUBLE -> CellTime.NO_TIME;
        };
    }

    /** An amount in minor units; negative when not sure. */
    long minor(int row, int minorUnits) {
        return switch (kind) {
            case TEXT -> CellNumber.money(bytes, offsets[row], offsets[row + 1], minorUnits);
            case DECIMAL -> {
                long value = isInts ? ints[row] : longs[row];
                boolean isSure = value >= 0 && value <= Row.MONEY_MINOR_MAX && scaleToMinor.length > 0;
                yield isSure ? value * scaleToMinor[0] : -1;
            }
            case DAYS, MILLIS, MICROS, NANOS, BIG_DECIMAL, DOUBLE -> -1;
        };
    }

    byte[] bytes(int row) {
        return kind == Kind.TEXT ? bytes : written(row);
    }

    int from(int row) {
        return kind == Kind.TEXT && !isNull(row) ? offsets[row] : 0;
    }

    int to(int row) {
        if (isNull(row)) {
            return 0;
        }
        return kind == Kind.TEXT ? offsets[row + 1] : written(row).length;
    }

    private byte[] written(int row) {
        if (writtenRow != row) {
            writtenRow = row;
            written = text(row).getBytes(StandardCharsets.UTF_8);
        }
        return written;
    }

    private String text(int row) {
        if (isNull(row)) {
            return "";
        }
        return switch (kind) {
            case TEXT -> "";
            case DAYS -> LocalDate.ofEpochDay(ints[row]).toString();
            case MILLIS -> momentText(Math.floorDiv(longs[row], 1_000L), Math.floorMod(longs[row], 1_000L) * 1_000_000);
            case MICROS ->
                momentText(Math.floorDiv(longs[row], 1_000_000L), Math.floorMod(longs[row], 1_000_000L) * 1_000);
            case NANOS ->
                momentText(Math.floorDiv(longs[row], 1_000_000_000L), Math.floorMod(longs[row], 1_000_000_000L));
            case DECIMAL -> plain(BigDecimal.valueOf(isInts ? ints[row] : longs[row], decimals));
            case BIG_DECIMAL ->
                offsets[row] == offsets[row + 1]
                        ? ""
                        : plain(new BigDecimal(
                                new BigInteger(Arrays.copyOfRange(bytes, offsets[row], offsets[row + 1])), decimals));
            case DOUBLE ->
                Double.isFinite(doubles[row]) ? plain(BigDecimal.valueOf(doubles[row])) : Double.toString(doubles[row]);
        };
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        // A number with hundreds of digits is shown as what it is and refused as such.
        return Math.abs((long) bare.scale()) > 400 ? bare.toString() : bare.toPlainString();
    }

    private static String momentText(long second, long nano) {
        try {
            return MOMENT.format(LocalDateTime.ofEpochSecond(second, (int) nano, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return second + " s";
        }
    }

    private static double[] widened(float[] floats) {
        double[] wide = new double[floats.length];
        for (int i = 0; i < wide.length; i++) {
            // As the shortest text that means this float: 0.1f is 0.1.
            wide[i] = Double.parseDouble(Float.toString(floats[i]));
        }
        return wide;
    }
}
