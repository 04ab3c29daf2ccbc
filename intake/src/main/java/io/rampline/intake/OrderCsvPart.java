package io.rampline.intake;

import io.rampline.intake.csv.CsvLines;

/** One part of {@code orders.csv}, read by one thread. */
final class OrderCsvPart {
    /** Rows between two reports of progress. */
    private static final int REPORT_ROWS = 8_192;

    private final Header header;
    private final CsvLines lines;
    private final OrderTaker taker;
    private final Gauge gauge;
    private int rows;
    private long reported;

    OrderCsvPart(OrderRules rules, Header header, CsvLines lines, int capacity, Gauge gauge) {
        this.header = header;
        this.lines = lines;
        this.taker = new OrderTaker(rules, header, new OrderValues.OfText(lines), capacity);
        this.gauge = gauge;
    }

    /** Reads all rows. */
    OrderCsvPart read() {
        new Table(header, lines).readRows(this::take, taker);
        report();
        return this;
    }

    OrderColumns orders() {
        return taker.orders();
    }

    FlawBook flaws() {
        return header.flaws();
    }

    /** How many lines the part has, once it is read. */
    int lines() {
        return lines.line();
    }

    private boolean take() {
        if (++rows % REPORT_ROWS == 0) {
            report();
        }
        return taker.take();
    }

    private void report() {
        gauge.add(lines.consumed() - reported);
        reported = lines.consumed();
    }
}
