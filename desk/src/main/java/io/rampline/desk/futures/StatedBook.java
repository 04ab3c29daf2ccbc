package io.rampline.desk.futures;

import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Week;
import io.rampline.orderbook.RecordedEntry;
import io.rampline.orderbook.credibility.JudgedOrder;
import io.rampline.orderbook.credibility.PromiseRecord;
import io.rampline.orderbook.credibility.PromiseRecord.Bar;
import io.rampline.orderbook.credibility.Verdict;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import io.rampline.promise.TimeOfBook;
import io.rampline.simulation.window.Fate;
import io.rampline.simulation.window.StatedHistory;
import io.rampline.simulation.window.StatedHistory.Learnt;
import io.rampline.simulation.window.StatedWeek;
import io.rampline.simulation.window.Statement;
import io.rampline.simulation.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a book has stated week by week of a few orders, and what came of them.
 *
 * <p>Followed are eight orders of each week in which deliveries are expected, chosen by a hash of their ids, each from
 * the week it is chosen until it is delivered or gone: all orders share the weeks' luck, so more would say little more.
 * Whoever has an order changed, or takes an earlier date, begins anew: what was stated before is not held against it.
 */
public final class StatedBook {
    /** Weeks of statements that are looked back on. */
    private static final int WEEKS_BACK = 80;

    private static final int ORDERS_OF_A_WEEK = 8;
    private static final char BASIS = '/';

    private final Network network;
    private final Function<String, List<RecordedEntry>> history;
    private final ToLongFunction<RecordedEntry> timeOf;
    private final Map<String, Judged> judged = new HashMap<>();

    /** An order's present key and basis, and the fate of each of its keys. */
    private record Judged(String key, OptionalInt basisWeek, Map<String, Fate> fates) {}

    /**
     * @param history every entry about an order, oldest first
     * @param timeOf book time at which an entry was recorded, microseconds
     */
    public StatedBook(
            Network network, Function<String, List<RecordedEntry>> history, ToLongFunction<RecordedEntry> timeOf) {
        this.network = network;
        this.history = history;
        this.timeOf = timeOf;
    }

    /** The statements among the notices of a book, the last so many weeks. */
    public static List<StatedWeek> read(List<Notice> notices) {
        List<StatedWeek> weeks = notices.stream()
                .filter(notice -> notice.is(NoticeKind.WINDOWS_STATED))
                .map(StatedNotice::read)
                .toList();
        return weeks.subList(Math.max(0, weeks.size() - WEEKS_BACK), weeks.size());
    }

    /**
     * What the statements teach by now. Reads the history of every order that was ever followed in those weeks.
     *
     * @param plan now in force
     */
    public Learnt learn(List<StatedWeek> weeks, Week now, String plan) {
        return StatedHistory.of(network.scenario().confidence(), weeks, fates(weeks), now.number(), plan);
    }

    /** How what was stated has come out by now. */
    public StatedReliability reliability(List<StatedWeek> weeks, Week now) {
        return StatedReliability.of(weeks, fates(weeks), now.number());
    }

    private Map<String, Fate> fates(List<StatedWeek> weeks) {
        SortedSet<String> orders = new TreeSet<>();
        weeks.forEach(week -> week.statements().forEach(statement -> orders.add(orderId(statement.orderId()))));
        Map<String, Fate> fates = new HashMap<>();
        orders.forEach(order -> fates.putAll(judge(order).fates()));
        return fates;
    }

    /** What is to be stated of a count: of those followed before, and of as many new ones as there is room for. */
    public Notice.Draft state(LiveCount count, List<StatedWeek> weeks) {
        List<Statement> stated = new ArrayList<>();
        SortedSet<String> followed = new TreeSet<>();
        Map<Integer, Integer> ofWeek = new HashMap<>();
        if (!weeks.isEmpty()) {
            for (Statement before : weeks.getLast().statements()) {
                follow(count, orderId(before.orderId()), followed, stated, ofWeek);
            }
        }
        Map<Integer, List<Integer>> rowsByMiddle = new TreeMap<>();
        for (int row = 0; row < count.line().orders().size(); row++) {
            int middle = count.window(row).middleBucket();
            rowsByMiddle.computeIfAbsent(middle, _ -> new ArrayList<>()).add(row);
        }
        rowsByMiddle.forEach((middle, rows) -> {
            List<String> ids = rows.stream()
                    .map(row -> count.line().orders().id(row))
                    .sorted(Comparator.comparingLong(StatedBook::lot).thenComparing(Comparator.naturalOrder()))
                    .limit(2L * ORDERS_OF_A_WEEK)
                    .toList();
            for (String id : ids) {
                if (ofWeek.getOrDefault(middle, 0) < ORDERS_OF_A_WEEK) {
                    follow(count, id, followed, stated, ofWeek);
                }
            }
        });
        return StatedNotice.draft(
                new StatedWeek(count.week().number(), count.line().plan(), stated), count);
    }

    private void follow(
            LiveCount count,
            String id,
            SortedSet<String> followed,
            List<Statement> stated,
            Map<Integer, Integer> ofWeek) {
        OptionalInt row = count.find(id);
        if (row.isEmpty() || !followed.add(id)) {
            return;
        }
        Judged known = judge(id);
        if (known.basisWeek().isEmpty()) {
            return;
        }
        Horizon horizon = network.horizon();
        int basis = known.basisWeek().getAsInt();
        Window window = count.window(row.getAsInt());
        double kept = count.deliveredBy(row.getAsInt(), horizon.bucket(new Week(basis)));
        stated.add(new Statement(
                known.key(),
                basis,
                kept,
                week(horizon, window.earlyBucket()),
                week(horizon, window.lateBucket()),
                week(horizon, window.middleBucket())));
        ofWeek.merge(window.middleBucket(), 1, Integer::sum);
    }

    private static int week(Horizon horizon, int bucket) {
        return bucket == Window.BEYOND_HORIZON ? bucket : horizon.week(bucket).number();
    }

    /** The first basis has the order's own id; each further one has its number behind a stroke. */
    private static String key(String orderId, int bases) {
        return bases <= 1 ? orderId + BASIS : orderId + BASIS + bases;
    }

    private static String orderId(String key) {
        return key.substring(0, key.lastIndexOf(BASIS));
    }

    private Judged judge(String orderId) {
        return judged.computeIfAbsent(orderId, this::read);
    }

    private Judged read(String orderId) {
        PromiseRecord record =
                new PromiseRecord(network.horizon(), network.scenario().windowRule());
        Map<String, Fate> fates = new HashMap<>();
        int bases = 1;
        OptionalInt basis = OptionalInt.empty();
        for (RecordedEntry entry : history.apply(orderId)) {
            long at = timeOf.applyAsLong(entry);
            record.add(entry.entry(), at);
            JudgedOrder order = record.find(orderId, new Bar(at, 0)).orElse(null);
            if (order == null) {
                continue;
            }
            if (order.bases() > bases) {
                fates.put(key(orderId, bases), new Fate.Left(TimeOfBook.week(at).number()));
                bases = order.bases();
            }
            basis = order.basis().map(week -> OptionalInt.of(week.number())).orElse(OptionalInt.empty());
            boolean isGone = order.verdict() == Verdict.CANCELLED || order.verdict() == Verdict.CANCELLED_LATE;
            int changedIn = TimeOfBook.week(at).number();
            fates.put(
                    key(orderId, bases),
                    order.delivered()
                            .<Fate>map(week -> new Fate.Delivered(week.number()))
                            .orElse(isGone ? new Fate.Left(changedIn) : new Fate.Open()));
        }
        return new Judged(key(orderId, bases), basis, fates);
    }

    /** A lot drawn by id, the same for ever (FNV-1a, then mixed). */
    private static long lot(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 29);
    }
}
