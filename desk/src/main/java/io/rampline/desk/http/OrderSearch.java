package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Week;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through all open orders: filtered, sorted, counted, and any stretch of the result at once, so that a page can
 * scroll over half a million of them. What was found is remembered by its question; a stretch of it costs no new search
 * as long as the book stands still.
 */
final class OrderSearch {
    private static final int PAGE_DEFAULT = 100;
    private static final int PAGE_MAX = 500;
    private static final int FIND_LENGTH_MAX = 64;
    /** Each holds a number for each order found. */
    private static final int REMEMBERED_MAX = 8;

    private static final Duration OLDEST = Duration.ofSeconds(5);

    private final Book book;
    private final PromiseText text;
    private final Map<Question, Found> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Found> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    /** By what orders can be sorted. */
    private enum Sort {
        LOCKED,
        DELIVERY,
        DEPOSIT
    }

    /** @param find part of an order id, lower case; empty for any */
    private record Question(
            String find,
            Optional<String> market,
            Optional<String> model,
            Optional<String> trim,
            Optional<Integer> priority,
            int fromBucket,
            int toBucket,
            boolean withoutDate,
            Sort sort,
            boolean descending) {}

    /** Rows of the engine; the array is not changed once it is here. */
    private static final class Found {
        private final long position;
        private final int[] rows;

        Found(long position, int[] rows) {
            this.position = position;
            this.rows = rows;
        }
    }

    OrderSearch(Book book, PromiseText text) {
        this.book = book;
        this.text = text;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/order-search", Permission.SEARCH_ORDERS, this::search)
                .asking(
                        "find",
                        "market",
                        "model",
                        "trim",
                        "priority",
                        "from_week",
                        "to_week",
                        "without_date",
                        "sort",
                        "descending",
                        "offset",
                        "limit"));
    }

    private Reply search(Call call) {
        Call.Query query = call.query();
        Question question = question(query);
        int offset = query.whole("offset", 0, 0, Integer.MAX_VALUE - PAGE_MAX);
        int limit = query.whole("limit", PAGE_DEFAULT, 0, PAGE_MAX);
        Book.View view = book.view(OLDEST);
        int nowBucket = text.bucketOf(book.now());
        return view.ask(engine -> {
            int[] rows = found(view.position(), question, engine);
            return Reply.ok(json -> {
                json.writeNumberField("position", view.position());
                json.writeNumberField("total", rows.length);
                json.writeNumberField("offset", offset);
                json.writeArrayFieldStart("orders");
                for (int i = offset; i < Math.min(rows.length, offset + limit); i++) {
                    json.writeStartObject();
                    text.order(json, engine.order(rows[i]));
                    text.promise(json, "promise", engine.promiseOf(rows[i]), nowBucket);
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
        });
    }

    private Question question(Call.Query query) {
        String find = query.find("find").orElse("").strip().toLowerCase(Locale.ROOT);
        if (find.length() > FIND_LENGTH_MAX) {
            throw Problem.parameter("find", find, "at most " + FIND_LENGTH_MAX + " characters of an order id");
        }
        List<String> classes = book.network().scenario().rules().priorityClasses();
        Optional<String> priority = query.find("priority");
        if (priority.isPresent() && !classes.contains(priority.get())) {
            throw Problem.parameter("priority", priority.get(), "one of " + String.join(", ", classes));
        }
        return new Question(
                find,
                query.find("market"),
                query.find("model"),
                query.find("trim"),
                priority.map(classes::indexOf),
                query.find("from_week").map(week -> bucket("from_week", week)).orElse(Integer.MIN_VALUE),
                query.find("to_week").map(week -> bucket("to_week", week)).orElse(Integer.MAX_VALUE),
                flag(query, "without_date"),
                sort(query.find("sort").orElse("locked")),
                flag(query, "descending"));
    }

    private int bucket(String parameter, String week) {
        Horizon horizon = book.network().horizon();
        return Week.find(week)
                .map(horizon::bucket)
                .orElseThrow(() -> Problem.parameter(parameter, week, "an ISO week such as 2026-W08")
                        .with("code", "NO_WEEK")
                        .with("found", Problem.clipped(week)));
    }

    private static boolean flag(Call.Query query, String name) {
        String value = query.find(name).orElse("false");
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.parameter(name, value, "true or false");
        };
    }

    private static Sort sort(String name) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.parameter("sort", name, "locked, delivery or deposit"));
    }

    private int[] found(long position, Question question, PromiseEngine engine) {
        synchronized (remembered) {
            Found known = remembered.get(question);
            if (known != null && known.position == position) {
                return known.rows;
            }
        }
        int[] rows = rows(question, engine);
        synchronized (remembered) {
            remembered.put(question, new Found(position, rows));
        }
        return rows;
    }

    /** Sorted by the wanted figure, then by when they came into the book. */
    private static int[] rows(Question question, PromiseEngine engine) {
        Keys keys = new Keys();
        for (int row = 0; row < engine.size(); row++) {
            if (engine.isOpen(row) && isInWeeks(question, engine.deliveryBucket(row))) {
                Order order = engine.order(row);
                if (fits(question, order)) {
                    keys.add(key(question.sort(), engine, row, order), row);
                }
            }
        }
        return keys.sorted(question.descending());
    }

    private static long key(Sort sort, PromiseEngine engine, int row, Order order) {
        return switch (sort) {
            case LOCKED -> order.lockedAtMicros();
            case DELIVERY -> {
                int bucket = engine.deliveryBucket(row);
                yield bucket < 0 ? Integer.MAX_VALUE : bucket;
            }
            case DEPOSIT -> order.depositMinor();
        };
    }

    private static boolean isInWeeks(Question question, int delivery) {
        return question.withoutDate()
                ? delivery < 0
                : delivery < 0
                        ? question.fromBucket() == Integer.MIN_VALUE && question.toBucket() == Integer.MAX_VALUE
                        : delivery >= question.fromBucket() && delivery <= question.toBucket();
    }

    private static boolean fits(Question question, Order order) {
        Configuration configuration = order.configuration();
        return question.market().map(configuration.market()::equals).orElse(true)
                && question.model().map(configuration.model()::equals).orElse(true)
                && question.trim().map(configuration.trim()::equals).orElse(true)
                && question.priority()
                        .map(known -> known == order.priorityClass())
                        .orElse(true)
                && (question.find().isEmpty()
                        || order.id().toLowerCase(Locale.ROOT).contains(question.find()));
    }

    /** Rows with what they are sorted by; those of equal keys stay in the order they came. */
    private static final class Keys {
        private long[] keys = new long[1024];
        private int[] rows = new int[1024];
        private int size;

        void add(long key, int row) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                rows = Arrays.copyOf(rows, 2 * size);
            }
            keys[size] = key;
            rows[size] = row;
            size++;
        }

        int[] sorted(boolean descending) {
            long[] distinct = Arrays.copyOf(keys, size);
            Arrays.sort(distinct);
            int[] starts = new int[size];
            int[] sorted = new int[size];
            for (int i = 0; i < size; i++) {
                int first = firstOf(distinct, keys[i]);
                sorted[first + starts[first]++] = rows[i];
            }
            if (descending) {
                for (int i = 0; i < size / 2; i++) {
                    int other = sorted[i];
                    sorted[i] = sorted[size - 1 - i];
                    sorted[size - 1 - i] = other;
                }
            }
            return sorted;
        }

        private static int firstOf(long[] sorted, long key) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
