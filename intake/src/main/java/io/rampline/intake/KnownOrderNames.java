package io.rampline.intake;

import io.rampline.factory.Configuration;
import io.rampline.intake.csv.CellCodes;
import io.rampline.intake.csv.Cells;
import io.rampline.intake.csv.LongCodes;
import java.util.Arrays;

/**
 * What one thread has learnt about the names in an order file: the cells that {@link OrderRow} accepted, and what they
 * came to. A row with other cells is not known, which does not mean that it is wrong.
 */
final class KnownOrderNames {
    /** Columns of names, in the order of their codes. */
    private static final String[] COLUMNS = {"market", "model", "trim", "options"};

    private static final int CODE_BITS = 15;

    private final OrderRules rules;
    private final int[] cells = new int[COLUMNS.length];
    private final int priorityCell;
    private final int sourceCell;
    private final CellCodes[] codes = new CellCodes[COLUMNS.length];
    private final CellCodes priorities = new CellCodes();
    private final CellCodes sources = new CellCodes();
    private final LongCodes configurations = new LongCodes();
    private long[] depositsByConfiguration = new long[64];

    KnownOrderNames(OrderRules rules, Header header) {
        this.rules = rules;
        for (int i = 0; i < COLUMNS.length; i++) {
            cells[i] = header.cell(COLUMNS[i]);
            codes[i] = new CellCodes();
        }
        this.priorityCell = header.cell("priority");
        this.sourceCell = header.cell("source");
    }

    /** The number of the configuration that a record names; negative when not known. */
    int configuration(Cells record) {
        long key = 0;
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            int code = cell < 0 ? 0 : codes[i].find(record.bytes(cell), record.from(cell), record.to(cell));
            if (code < 0) {
                return -1;
            }
            key = (key << CODE_BITS) | code;
        }
        return configurations.find(key);
    }

    /** The class that a record names; negative when not known. */
    int priorityClass(Cells record) {
        return priorityCell < 0
                ? rules.lastPriorityClass()
                : priorities.find(record.bytes(priorityCell), record.from(priorityCell), record.to(priorityCell));
    }

    boolean knowsSource(Cells record) {
        return sourceCell < 0
                || sources.find(record.bytes(sourceCell), record.from(sourceCell), record.to(sourceCell)) >= 0;
    }

    /** What an order pays that names no deposit; the configuration is a known one. */
    long deposit(int configuration) {
        return depositsByConfiguration[configuration];
    }

    /** Takes a record that was found sound, with what it came to. */
    void learn(Cells record, int configurationNumber, Configuration configuration, int priorityClass) {
        if (priorityCell >= 0) {
            priorities.learn(
                    record.bytes(priorityCell), record.from(priorityCell), record.to(priorityCell), priorityClass);
        }
        if (sourceCell >= 0) {
            sources.learn(record.bytes(sourceCell), record.from(sourceCell), record.to(sourceCell), 0);
        }
        long key = 0;
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            int code = cell < 0
                    ? 0
                    : codes[i].learn(record.bytes(cell), record.from(cell), record.to(cell), codes[i].size());
            if (code < 0) {
                return;
            }
            key = (key << CODE_BITS) | code;
        }
        if (configurationNumber >= depositsByConfiguration.length) {
            depositsByConfiguration = Arrays.copyOf(depositsByConfiguration, 2 * configurationNumber);
        }
        depositsByConfiguration[configurationNumber] = rules.deposit(configuration);
        configurations.learn(key, configurationNumber);
    }
}
