package io.rampline.intake;

import java.util.ArrayList;
import java.util.List;

/** The kinds of flaw that are planted, one row of the table each. */
final class FlawKinds {
    /** Kinds that may be planted together. */
    static final List<FlawKind> THAT_MIX = new ArrayList<>();

    /** Kinds after which other flaws cannot be told apart any more. */
    static final List<FlawKind> THAT_STAND_ALONE = new ArrayList<>();

    private static final String ORDERS = "orders.csv";
    private static final String[] ORDER_COLUMNS = {
        "order_id",
        "locked_at",
        "market",
        "model",
        "trim",
        "options",
        "priority",
        "deposit",
        "earliest_week",
        "promised_week",
        "delivered_on",
        "cancelled_on",
        "source",
        "note"
    };

    static {
        orderCells();
        orderRecords();
        products();
        linesAndCalendar();
        parts();
        limits();
        marketsAndDemand();
        publicRecord();
        basics();
        headers();
        wholeFiles();
        counts();
        PlanningFlawKinds.add();
        StationFlawKinds.add();
    }

    private FlawKinds() {}

    private static void orderCells() {
        orderCell("unknown trim", "trim", "Maxx", "\"Max\"");
        orderCell("unknown model", "model", "SU8", "\"SU7\"");
        orderCell("empty model", "model", "", "");
        orderCell("unknown market", "market", "CM", "\"CN\"");
        orderCell("market spelt with a space", "market", "CN ", "without the space");
        orderCell("unknown option", "options", "LIDAT", "\"LIDAR\"");
        orderCell("options with a semicolon", "options", "LIDAR;ROOF", "| between");
        orderCell("unknown class", "priority", "fleeet", "\"fleet\"");
        orderCell("decimal comma", "deposit", "\"99,5\"", "99.5");
        orderCell("thousands separator", "deposit", "\"12,500\"", "thousands");
        orderCell("negative deposit", "deposit", "-5", "minus");
        orderCell("huge deposit", "deposit", "99999999999999999999999", "minor units");
        orderCell("three decimals", "deposit", "1.005", "round");
        orderCell("amount with its currency", "deposit", "CNY 5000", "5000");
        orderCell("a spreadsheet's short form", "deposit", "5E+03", "short form");
        orderCell("day first", "locked_at", "06.05.2025", "2025-05-06");
        orderCell("a day that does not exist", "locked_at", "2025-02-30", "does not exist");
        orderCell("a spreadsheet's day number", "locked_at", "45783", "2025-05-06");
        orderCell("a moment after the book was read", "locked_at", "2025-07-07", "");
        orderCell("a moment with a time zone", "locked_at", "2025-05-06T10:00:00Z", "zone");
        orderCell("an hour that does not exist", "locked_at", "2025-05-06T24:00:00", "");
        orderCell("week 53 of a year with 52", "promised_week", "2025-W53", "2026-W01");
        orderCell("a week written loosely", "promised_week", "2025-W7", "2025-W07");
        orderCell("a date for a week", "earliest_week", "2025-10-01", "2025-W40");
        orderCell("an unknown source", "source", "pres", "\"press\"");
        orderCell("an id that cannot be printed", "order_id", "X\u00001", "");
        orderCell("an empty id", "order_id", "", "");
        orderCell("an endless id", "order_id", "X".repeat(65), "");
        add("delivered before it was locked", ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setLine(ORDERS, line, "D-1,2025-05-06,CN,YU7,Max,,,,,,2025-05-05,,,");
            return new Planted(ORDERS, line, 11, "2025-05-05", "swapped");
        });
        add("delivered and cancelled", ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setLine(ORDERS, line, "D-2,2025-05-06,CN,YU7,Max,,,,,,2025-06-05,2025-06-05,,");
            return new Planted(ORDERS, line, 12, "2025-06-05", "one or the other");
        });
        add("an option that the model does not have", ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setLine(ORDERS, line, "D-3,2025-05-06,CN,SU7,Max,TOW,,,,,,,,");
            return new Planted(ORDERS, line, 6, "TOW", Limits.OPTIONS);
        });
        add("an id used twice", ORDERS, "", (folder, rows) -> {
            int first = rows.next();
            int second = rows.next();
            int later = Math.max(first, second);
            int earlier = Math.min(first, second);
            folder.setLine(ORDERS, earlier, "TWICE,2025-05-06,CN,YU7,Max,,,,,,,,,");
            folder.setLine(ORDERS, later, "TWICE,2025-05-07,CN,SU7,Max,,,,,,,,,");
            return new Planted(ORDERS, later, 1, "TWICE", "twice");
        });
    }

    private static void orderRecords() {
        orderRecord("a comma too many", "R-1,2025-05-06,CN,YU7,Max,,,5,000,,,,,,", 15, "15 cells", "comma");
        orderRecord("no comma at all", "R-3 2025-05-06", 1, "1 cell", "missing");
        orderRecord("a comma too few", "R-2,2025-05-06,CN,YU7,Max,,,,,,,,", 13, "13 cells", "missing");
        orderRecord("a lone quote", "R-3,2025-05-06,CN,YU7,Max,,,,,,,,,\"told us", 14, "quote", "line break");
        orderRecord("text behind a quote", "R-4,2025-05-06,CN,\"YU\"7,Max,,,,,,,,,", 4, "behind", "twice");
        orderRecord("an endless line", "R-5," + "x".repeat(70_000), 1, "65536 bytes", "line ends");
        add("bytes that are not UTF-8", ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setBytes(ORDERS, line, "R-6,2025-05-06,CN,YU7,Max,,,,,,,,,f\u00FCr M\u00FCller");
            return new Planted(ORDERS, line, 14, "not UTF-8", "CSV UTF-8");
        });
        add("a control character in a note", ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setLine(ORDERS, line, "R-7,2025-05-06,CN,YU7,Max,,,,,,,,,a\u0007b");
            return new Planted(ORDERS, line, 14, "\\u0007", "");
        });
    }

    private static void products() {
        String file = "products.csv";
        line("a product twice", file, "SU7,Max,299900,,,F1,,", 2, "Max", "delete");
        line("a price with its currency", file, "YU7,Mid,¥253500,,,,,", 3, "¥253500", "253500");
        line("no price", file, "YU7,Top,,,,,,", 3, "nothing", "");
        line("a line that builds something else", file, "SU7,Top,1,,,F2,,", 6, "F2", "add SU7");
        line("an unknown line", file, "YU7,Pro,1,,,F9,,", 6, "F9", "F1");
        line("a trim with a slash", file, "YU7,Max/Pro,1,,,,,", 2, "Max/Pro", "");
    }

    private static void linesAndCalendar() {
        String lines = "lines.csv";
        line("more hours than a day has", lines, "East,G1,YU7,1,10,3,5,1,,,,", 6, "30", "");
        line("a percentage", lines, "East,G2,YU7,1,10,1,5,85,,,,", 8, "85", "divide");
        line("an unknown ramp", lines, "East,G3,YU7,1,10,1,5,1,lunch,,,", 9, "lunch", "\"launch\"");
        line("an unknown model on a line", lines, "East,G4,YU7|SU8,1,10,1,5,1,,,,", 3, "SU8", "SU7");
        line("a line without a shift model", lines, "East,G5,YU7,1,10,,5,1,,,,", 6, "no shifts", "capacity.csv");
        line("a line twice", lines, "East,F1,YU7,1,10,1,5,1,,,,", 2, "F1", "delete");
        String ramps = "ramps.csv";
        line("ages out of order", ramps, "launch,table,9,1,,,,", 3, "9", "sort");
        line("an unknown kind of ramp", ramps, "fast,tabel,0,1,,,,", 2, "tabel", "\"table\"");
        line("a share above one", ramps, "fast,table,0,1.5,,,,", 4, "1.5", "percentage");
        line("a curve without its rate", ramps, "curve,logistic,,,10,,,", 6, "nothing", "");
        String calendar = "calendar.csv";
        line("two calendars for a week", calendar, "North,2025-W40..2025-W41,3,,", 2, "2025-W40", "overlap");
        line("eight days a week", calendar, "North,2025-W50,8,,", 3, "8", "");
        line("an unknown plant", calendar, "Nroth,2025-W50,5,,", 1, "Nroth", "\"North\"");
        String capacity = "capacity.csv";
        line("two capacities for a week", capacity, "F3,2025-W39..2025-W40,7,,", 2, "2025-W39", "overlap");
        line("a range turned round", capacity, "F2,2025-W40..2025-W38,7,,", 2, "2025-W40", "2025-W38..2025-W40");
        line("half a car", capacity, "F2,2025-W50,7.5,,", 3, "7.5", "");
        line("a dash for a range", capacity, "F2,2025-W51-2025-W52,7,,", 2, "2025-W51", "2025-W51..2025-W52");
    }

    private static void parts() {
        line("a part twice", "parts.csv", "CHIP,1,,,", 1, "CHIP", "delete");
        line("half a piece", "parts.csv", "WIRE,0.5,,,", 2, "0.5", "");
        line("an unknown part", "bill.csv", "YU7,*,,CHOP,1,0,,", 4, "CHOP", "\"CHIP\"");
        line("a part after the car", "bill.csv", "YU7,*,,CHIP,1,2,,", 6, "2", "");
        line("none of a part", "bill.csv", "YU7,*,,CHIP,0,-3,,", 5, "0", "");
        line("a need twice", "bill.csv", "*,,,CHIP,1,0,,", 4, "CHIP", "sum");
        line("an unknown part supplied", "supply.csv", "PCK,2025-W30,5,,", 1, "PCK", "\"PACK\"");
        line("more than can be counted", "supply.csv", "PACK,2025-W30,100000000,,", 3, "add up", "");
        line("an open range of three dots", "supply.csv", "SEAT,2025-W30...,5,,", 2, "...", "2025-W30..");
    }

    private static void limits() {
        line("two prices", "options.csv", "LIDAR,*,2030-W01,1,19000,,", 5, "19000", "empty");
        line("two limits for a week", "options.csv", "ROOF,SU7,2025-W30,1,,,", 3, "2025-W30", "overlap");
        line("an option of an unknown model", "options.csv", "ROOF,YU8,,1,,,", 2, "YU8", "\"YU7\"");
        line("two mixes for a week", "mix.csv", ",YU7,*,2025-W30,1,,", 4, "2025-W30", "overlap");
        line("a mix of an unknown trim", "mix.csv", "F1,SU7,Max|Mix,,1,,", 3, "Mix", "\"Max\"");
        line("a quota for the home market", "quotas.csv", "CN,SU7,2025-W30,1,,,", 1, "CN", "home market");
        line("a quota on two lines", "quotas.csv", "DE,SU7,2030-W01,1,F3,,", 5, "F3", "\"F1\"");
        line("a quota on a line of other models", "quotas.csv", "NO,SU7,2030-W01,1,F2,,", 5, "F2", "empty");
        line("a quota without weeks", "quotas.csv", "NO,SU7,,1,,,", 3, "nothing", "");
    }

    private static void marketsAndDemand() {
        line("a market twice", "markets.csv", "DE,1,,,,", 1, "DE", "delete");
        line("a market that opens some day", "markets.csv", "FR,1,soon,,,", 3, "soon", "");
        line("half a year on the sea", "markets.csv", "JP,27,,,,", 2, "27", "");
        line("low and high swapped", "demand.csv", "2030-W01,SU7,Max,CN,9,5,3,,", 5, "9", "swapped");
        line("mid above high", "demand.csv", "2030-W01,SU7,Max,CN,1,5,3,,", 7, "3", "");
        line("two forecasts for a week", "demand.csv", "2025-W40,YU7,Max,,1,5,9,,", 1, "2025-W40", "overlap");
        line("demand for an unknown product", "demand.csv", "2030-W01,SU7,Mix,,1,5,9,,", 3, "Mix", "\"Max\"");
    }

    private static void publicRecord() {
        line("a source twice", "sources.csv", "press,https://example.org,,,", 1, "press", "delete");
        line("an unknown grade", "sources.csv", "radio,https://example.org,,E,", 4, "E", "");
        line("a source without an address", "sources.csv", "tv,,,A,", 2, "nothing", "");
        line("a period turned round", "outturn/deliveries.csv", "2025-07-31,2025-07-01,*,*,1,,", 2, "07-01", "swapped");
        line(
                "deliveries of an unknown model",
                "outturn/deliveries.csv",
                "2025-07-01,2025-07-02,YU,*,1,,",
                3,
                "YU",
                "YU7");
        line("a wait of no weeks", "outturn/posted_waits.csv", "2025-07-07,YU7,Max,,,A,,", 4, "nothing", "");
        line("a wait turned round", "outturn/posted_waits.csv", "2025-07-07,YU7,Max,41,38,A,,", 4, "41", "swapped");
        String commitments = "outturn/commitments.csv";
        line("a commitment of the 13th month", commitments, "M,2024-13,cars,5,2024-12-31,,,,", 2, "2024-13", "");
        line("a commitment of nobody", commitments, ",2024,cars,5,2024-12-31,,,,", 1, "nothing", "");
        line("a commitment of no figure", commitments, "M,2024,,5,2024-12-31,,,,", 3, "nothing", "");
        line("a target in words", commitments, "M,2024,cars,many,2024-12-31,,,,", 4, "many", "");
        line("a target turned round", commitments, "M,2024,cars,9-5,2024-12-31,,,,", 4, "9-5", "5-9");
        line("due before it was made", commitments, "M,2024-05,cars,5,2024-04-30,,,,", 5, "2024-04-30", "swapped");
        line("a figure in words", commitments, "M,2024,cars,5,2024-12-31,most,2024-12-31,,", 6, "most", "");
        line("a figure without its day", commitments, "M,2024,cars,5,2024-12-31,6,,,", 7, "nothing", "");
        line("a wait of any model", "outturn/posted_waits.csv", "2025-07-07,*,,41,,A,,", 2, "*", "one row");
    }

    private static void basics() {
        String file = "scenario.toml";
        toml("an unknown key", 8, "frozen_week = 2", 15, "frozen_week", "\"frozen_weeks\"");
        toml("a share as a percentage", 9, "confidence = 90", 14, "90", "0.9");
        toml("a number in quotes", 10, "rules.hysteresis_weeks = \"2\"", 26, "\"2\"", "without quotes");
        toml("a number out of range", 12, "window.late_share = 2", 21, "2", "");
        toml("an unknown home market", 7, "home_market = \"CM\"", 15, "CM", "\"CN\"");
        toml("a currency in small letters", 5, "currency = \"cny\"", 12, "cny", "\"CNY\"");
        toml("a table where a number should be", 13, "orders = 7", 10, "7", "");
        add("an unknown model in the deposits", "deposits.toml", "", (folder, rows) -> {
            folder.addLine("deposits.toml", "[model.YUT]");
            folder.addLine("deposits.toml", "deposit = 1");
            return new Planted("deposits.toml", 5, 1, "YUT", "\"YU7\"");
        });
        alone("a key twice", file, (folder, rows) -> {
            int line = folder.addLine(file, "currency = \"EUR\"");
            return new Planted(file, line, 12, "second time", "");
        });
        alone("no TOML at all", file, (folder, rows) -> {
            folder.setLine(file, 3, "horizon_weeks: 60");
            return new Planted(file, 3, 14, "TOML", "");
        });
        alone("a horizon of eleven years", file, (folder, rows) -> {
            folder.setLine(file, 3, "horizon_weeks = 572");
            return new Planted(file, 3, 17, "572", "");
        });
        alone("a week that the year does not have", file, (folder, rows) -> {
            folder.setLine(file, 2, "start_week = \"2025-W53\"");
            return new Planted(file, 2, 14, "2025-W53", "2026-W01");
        });
        alone("a day for a week", file, (folder, rows) -> {
            folder.setLine(file, 2, "start_week = 2025-07-07");
            return new Planted(file, 2, 14, "2025-07-07", "2025-W28");
        });
        alone("a key that is missing", file, (folder, rows) -> {
            folder.setLine(file, 5, "");
            return new Planted(file, 1, 1, "no key currency", "add currency");
        });
    }

    private static void headers() {
        header("a misspelt column", "calendar.csv", "workingdays", 3, "\"working_days\"");
        header("a column in capitals", "supply.csv", "Units", 3, "\"units\"");
        header("a column that nobody knows", "mix.csv", "colour", 7, "note");
        header("a column twice", "demand.csv", "high", 9, "delete");
        header("a column without a name", "ramps.csv", "", 8, "note");
        alone("no column for the price", "products.csv", (folder, rows) -> {
            folder.setLine("products.csv", 1, "model,trim,note,unit_cost,compensation_per_week,lines,source");
            folder.setLine("products.csv", 2, "SU7,Base,,,,,");
            folder.setLine("products.csv", 3, "SU7,Max,,,,,");
            folder.setLine("products.csv", 4, "YU7,Base,,,,,");
            folder.setLine("products.csv", 5, "YU7,Max,,,,,");
            return new Planted("products.csv", 1, 7, "no column price", "header");
        });
    }

    private static void wholeFiles() {
        alone("semicolons", "markets.csv", (folder, rows) -> {
            for (int line = 1; line <= folder.lines("markets.csv").size(); line++) {
                folder.setLine(
                        "markets.csv", line, folder.line("markets.csv", line).replace(',', ';'));
            }
            return new Planted("markets.csv", 1, 1, "\";\"", "regional settings");
        });
        alone("UTF-16", "lines.csv", (folder, rows) -> {
            folder.put("lines.csv", List.of());
            folder.addLine("lines.csv", "");
            folder.setBytes("lines.csv", 1, "\u00FF\u00FEp\u0000l\u0000a\u0000n\u0000t\u0000");
            return new Planted("lines.csv", 1, 1, "UTF-16", "CSV UTF-8");
        });
        alone("a workbook", "orders.csv", (folder, rows) -> {
            folder.put("orders.csv", List.of("PK\u0003\u0004rest"));
            return new Planted("orders.csv", 1, 1, "workbook", "CSV UTF-8");
        });
        alone("an empty file", "products.csv", (folder, rows) -> {
            folder.put("products.csv", List.of());
            return new Planted("products.csv", 1, 1, "empty", "");
        });
        alone("only a header", "lines.csv", (folder, rows) -> {
            folder.put("lines.csv", List.of(folder.line("lines.csv", 1)));
            return new Planted("lines.csv", 1, 1, "no line", "");
        });
        alone("a file that is missing", "products.csv", (folder, rows) -> {
            folder.put("product.csv", List.of());
            folder.remove("products.csv");
            return new Planted("products.csv", 1, 1, "no such file", "rename product.csv");
        });
        alone("orders in two forms", "order_counts.csv", (folder, rows) -> {
            folder.put("order_counts.csv", List.of("from,to,model,trim,locked"));
            return new Planted("order_counts.csv", 1, 1, "orders.csv and order_counts.csv", "move");
        });
        alone("deliveries without counts", "deliveries.csv", (folder, rows) -> {
            folder.put("deliveries.csv", List.of("from,to,model,units"));
            return new Planted("deliveries.csv", 1, 1, "no order_counts.csv", "delivered_on");
        });
    }

    private static void counts() {
        countsLine(
                "more cancelled than locked",
                "order_counts.csv",
                "2025-01-01,2025-01-02,,SU7,Max,,,5,6,,",
                9,
                "swapped");
        countsLine("locks turned round", "order_counts.csv", "2025-01-02,2025-01-01,,SU7,Max,,,5,0,,", 2, "swapped");
        countsLine("locks in the future", "order_counts.csv", "2025-01-02,2025-08-01,,SU7,Max,,,5,0,,", 2, "");
        countsLine("too many locks", "order_counts.csv", "2025-01-01,2025-01-02,,SU7,Max,,,2000000,0,,", 8, "");
        countsLine(
                "more delivered than ordered", "deliveries.csv", "2025-02-01,2025-07-06,SU7,Max,9999,,", 5, "missing");
        countsLine(
                "delivered before the first lock", "deliveries.csv", "2024-12-01,2024-12-31,SU7,*,5,,", 5, "missing");
        countsLine(
                "deliveries of an unknown trim", "deliveries.csv", "2025-06-01,2025-06-02,SU7,Mix,1,,", 4, "\"Max\"");
    }

    private static void orderCell(String name, String column, String text, String maybe) {
        add(name, ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            String[] cells = {"O-" + line, "2025-05-06", "CN", "SU7", "Max", "", "", "", "", "", "", "", "", ""};
            int cell = List.of(ORDER_COLUMNS).indexOf(column);
            cells[cell] = text;
            folder.setLine(ORDERS, line, String.join(",", cells));
            String bare = text.replace("\"", "").replace("\u0000", "");
            String found = text.isEmpty() ? "nothing" : bare.substring(0, Math.min(1, bare.length()));
            return new Planted(ORDERS, line, cell + 1, found, maybe);
        });
    }

    private static void orderRecord(String name, String text, int column, String found, String maybe) {
        add(name, ORDERS, "", (folder, rows) -> {
            int line = rows.next();
            folder.setLine(ORDERS, line, text);
            return new Planted(ORDERS, line, column, found, maybe);
        });
    }

    static void line(String name, String file, String text, int column, String found, String maybe) {
        add(name, file, "", (folder, rows) -> new Planted(file, folder.addLine(file, text), column, found, maybe));
    }

    private static void countsLine(String name, String file, String text, int column, String maybe) {
        THAT_STAND_ALONE.add(new FlawKind(
                name,
                file,
                "",
                true,
                (folder, rows) -> new Planted(file, folder.addLine(file, text), column, "", maybe)));
    }

    private static void toml(String name, int number, String text, int column, String found, String maybe) {
        add(name, "scenario.toml", "line " + number, (folder, rows) -> {
            folder.setLine("scenario.toml", number, text);
            return new Planted("scenario.toml", number, column, found, maybe);
        });
    }

    private static void header(String name, String file, String written, int number, String maybe) {
        add(name, file, "", (folder, rows) -> {
            List<String> columns = new ArrayList<>(List.of(folder.line(file, 1).split(",")));
            columns.set(number - 1, written);
            folder.setLine(file, 1, String.join(",", columns));
            return new Planted(file, 1, number, "column", maybe);
        });
    }

    static void add(String name, String file, String rival, FlawKind.Planter planter) {
        THAT_MIX.add(new FlawKind(name, file, rival, false, planter));
    }

    private static void alone(String name, String file, FlawKind.Planter planter) {
        THAT_STAND_ALONE.add(new FlawKind(name, file, "", false, planter));
    }
}
