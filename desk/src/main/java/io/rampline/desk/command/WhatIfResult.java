package io.rampline.desk.command;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Configuration;
import io.rampline.factory.Resource;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Shortage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who gains and who loses: delivery weeks before and after, by product and market. */
final class WhatIfResult {
    private static final int EXCEPTIONS_SHOWN = 5;

    private final PromisedBook book;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Group all = new Group();
    private final List<String> exceptions;

    /** Orders of one product and market. */
    private static final class Group {
        private int orders;
        private int earlier;
        private int later;
        private int lost;
        private int found;
        private int longestBefore;
        private int longestAfter;
        private int greatestGain;
        private int greatestLoss;

        void add(int before, int after, int weeks) {
            orders++;
            lost += before >= 0 && after < 0 ? 1 : 0;
            found += before < 0 && after >= 0 ? 1 : 0;
            int was = before < 0 ? weeks : before;
            int is = after < 0 ? weeks : after;
            earlier += is < was ? 1 : 0;
            later += is > was ? 1 : 0;
            longestBefore = Math.max(longestBefore, was);
            longestAfter = Math.max(longestAfter, is);
            greatestGain = Math.max(greatestGain, was - is);
            greatestLoss = Math.max(greatestLoss, is - was);
        }
    }

    private WhatIfResult(PromisedBook book, List<String> exceptions) {
        this.book = book;
        this.exceptions = exceptions;
    }

    static WhatIfResult of(PromisedBook book, int[] before, int[] after, List<String> exceptions) {
        WhatIfResult result = new WhatIfResult(book, exceptions);
        PromiseEngine engine = book.engine();
        int weeks = engine.network().horizon().weeks();
        for (int row = 0; row < before.length; row++) {
            Configuration configuration = engine.order(row).configuration();
            String name = configuration.model() + " " + configuration.trim() + ", " + configuration.market();
            result.groups.computeIfAbsent(name, _ -> new Group()).add(before[row], after[row], weeks);
            result.all.add(before[row], after[row], weeks);
        }
        return result;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Columns columns = new Columns(List.of(
                "Product, market",
                ">Orders",
                ">Earlier",
                ">Later",
                ">Most gained",
                ">Most lost",
                "Last delivery before",
                "and after"));
        groups.forEach((name, group) -> columns.add(row(name, group)));
        columns.add(row("all", all));
        lines.addAll(columns.lines());
        lines.add("");
        lines.add(Counted.of(all.earlier, "order") + " earlier, " + Counted.of(all.later, "order") + " later, "
                + Counted.of(all.orders - all.earlier - all.later, "order") + " as before."
                + (all.lost > 0 ? " " + Counted.of(all.lost, "order") + " lost every date within the plan." : "")
                + (all.found > 0 ? " " + Counted.of(all.found, "order") + " got a date for the first time." : ""));
        for (Shortage shortage : book.engine().openShortages()) {
            Resource resource = book.engine().network().resources().get(shortage.resource());
            lines.add("Short by " + shortage.units() + ": " + resource.label() + " in "
                    + book.horizon().week(shortage.bucket()) + ". Only orders in the frozen zone could close it.");
        }
        if (!exceptions.isEmpty()) {
            lines.add(Counted.of(exceptions.size(), "order") + " cannot keep the first promise: "
                    + String.join(", ", exceptions.subList(0, Math.min(EXCEPTIONS_SHOWN, exceptions.size())))
                    + (exceptions.size() > EXCEPTIONS_SHOWN ? ", ..." : ""));
        }
        return lines;
    }

    /** {@code {"orders":..,"earlier":..,"later":..,"lost":..,"found":..,"exceptions":..,"open_shortages":..}}. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"orders\":%d,\"earlier\":%d,\"later\":%d,\"lost\":%d,\"found\":%d,\"exceptions\":%d,\"open_shortages\":%d}",
                all.orders,
                all.earlier,
                all.later,
                all.lost,
                all.found,
                exceptions.size(),
                book.engine().openShortages().size());
    }

    private List<String> row(String name, Group group) {
        return List.of(
                name,
                number(group.orders),
                number(group.earlier),
                number(group.later),
                weeks(group.greatestGain),
                weeks(group.greatestLoss),
                week(group.longestBefore),
                week(group.longestAfter));
    }

    private String week(int bucket) {
        return bucket >= book.horizon().weeks()
                ? "beyond the plan"
                : book.horizon().week(bucket).toString();
    }

    private static String weeks(int weeks) {
        return weeks == 0 ? "-" : weeks + " wk";
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
