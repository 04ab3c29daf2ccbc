package io.rampline.simulation.loading;

import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Configuration;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Network;
import io.rampline.factory.Week;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts the book and the demand to come into groups, and puts them in line. */
final class LineUp {
    static final int CUSTOMERS = 0;
    static final int KIND = 1;
    static final int FROM = 2;
    static final int KEEP = 3;
    static final int LOCKED = 4;
    static final int FORECAST = 5;
    private static final int COLUMNS = 6;
    private static final int NO_ORDER = -1;

    private final Network network;
    private final int firstBucket;
    private final Map<Kind, Integer> numbers = new LinkedHashMap<>();
    private final List<int[]> groups = new ArrayList<>();
    private final List<DemandForecast> forecasts;
    private final int[] modelOfForecast;
    private final int[] groupOfRow;
    private final int bookGroups;

    /** Orders of one kind that may be built from the same bucket on and were promised the same delivery. */
    private record Equal(int kind, int from, int promised) {}

    private LineUp(Network network, OrderTable book, List<String> models, int groupsMax) {
        this.network = network;
        this.firstBucket =
                Math.max(0, network.horizon().bucket(Week.of(network.scenario().asOf())) + 1);
        this.groupOfRow = new int[book.size()];
        addBook(book, groupsMax);
        this.bookGroups = groups.size();
        this.forecasts = network.scenario().openDemand();
        this.modelOfForecast = forecasts.stream()
                .mapToInt(forecast -> models.indexOf(forecast.model()))
                .toArray();
        addDemand();
    }

    static LineUp of(Network network, OrderTable book, List<String> models, int groupsMax) {
        return new LineUp(network, book, models, groupsMax);
    }

    private void addBook(OrderTable book, int groupsMax) {
        int[] ranked = ranked(book);
        int[] kindOf = book.configurations().stream().mapToInt(this::kind).toArray();
        int[] transit = book.configurations().stream().mapToInt(this::transit).toArray();
        Map<Equal, Integer> equals = new LinkedHashMap<>();
        int[] equalOf = new int[ranked.length];
        int[] sizes = new int[16];
        for (int i = 0; i < ranked.length; i++) {
            int row = ranked[i];
            int configuration = book.configurationNumber(row);
            Equal equal = new Equal(
                    kindOf[configuration],
                    fromFor(book.earliestBucket(row), transit[configuration]),
                    book.promisedBucket(row));
            equalOf[i] = equals.computeIfAbsent(equal, _ -> equals.size());
            if (equalOf[i] == sizes.length) {
                sizes = Arrays.copyOf(sizes, sizes.length * 2);
            }
            sizes[equalOf[i]]++;
        }
        int largest = Math.max(1, Math.ceilDiv(book.size(), Math.max(1, groupsMax)));
        int[] groupAt = cut(equalOf, sizes, equals.size(), largest);
        List<Equal> listed = List.copyOf(equals.keySet());
        addGroups(book, ranked, equalOf, groupAt, listed, transit);
    }

    /** Provisional group of each place in line, numbered kind by kind. */
    private static int[] cut(int[] equalOf, int[] sizes, int equals, int largest) {
        int[] start = new int[equals + 1];
        for (int e = 0; e < equals; e++) {
            start[e + 1] = start[e] + Math.ceilDiv(sizes[e], largest);
        }
        int[] seen = new int[equals];
        int[] groupAt = new int[equalOf.length];
        for (int i = 0; i < equalOf.length; i++) {
            int e = equalOf[i];
            int pieces = start[e + 1] - start[e];
            groupAt[i] = start[e] + (int) ((long) seen[e]++ * pieces / sizes[e]);
        }
        return groupAt;
    }

    private void addGroups(
            OrderTable book, int[] ranked, int[] equalOf, int[] groupAt, List<Equal> equals, int[] transit) {
        int count = Arrays.stream(groupAt).max().orElse(-1) + 1;
        int[] size = new int[count];
        for (int group : groupAt) {
            size[group]++;
        }
        int[] seen = new int[count];
        int[] numberOf = new int[count];
        for (int i = 0; i < groupAt.length; i++) {
            // A group stands where its middle order stands.
            if (++seen[groupAt[i]] == (size[groupAt[i]] + 1) / 2) {
                numberOf[groupAt[i]] = groups.size();
                int row = ranked[i];
                Equal equal = equals.get(equalOf[i]);
                int[] group = new int[COLUMNS];
                group[CUSTOMERS] = size[groupAt[i]];
                group[KIND] = equal.kind();
                group[FROM] = equal.from();
                group[KEEP] = keep(book, row, equal.from(), transit[book.configurationNumber(row)]);
                group[LOCKED] = network.horizon().bucket(TimeOfBook.week(book.lockedAtMicros(row)));
                group[FORECAST] = WaitingLine.OF_THE_BOOK;
                groups.add(group);
            }
        }
        for (int i = 0; i < groupAt.length; i++) {
            groupOfRow[ranked[i]] = numberOf[groupAt[i]];
        }
    }

    private int keep(OrderTable book, int row, int from, int transitWeeks) {
        if (book.promisedBucket(row) == OrderTable.NEVER_PROMISED) {
            return NO_ORDER;
        }
        int bucket = book.promisedBucket(row) - transitWeeks;
        boolean possible = bucket >= from
                && bucket >= opens(book.configuration(row))
                && bucket < network.horizon().weeks();
        return possible ? bucket : NO_ORDER;
    }

    private int opens(Configuration configuration) {
        return network.plan(configuration) instanceof Buildable buildable
                ? buildable.opensBucket()
                : network.horizon().weeks();
    }

    private int fromFor(int earliestBucket, int transitWeeks) {
        return earliestBucket == Order.AS_SOON_AS_POSSIBLE
                ? firstBucket
                : Math.max(firstBucket, earliestBucket - transitWeeks);
    }

    private int kind(Configuration configuration) {
        Kind kind = new Kind(
                configuration.market(), configuration.model(), configuration.trim(), network.plan(configuration));
        return numbers.computeIfAbsent(kind, _ -> numbers.size());
    }

    private int transit(Configuration configuration) {
        return network.plan(configuration) instanceof Buildable buildable ? buildable.transitWeeks() : 0;
    }

    private void addDemand() {
        int[] kinds = forecasts.stream()
                .mapToInt(forecast ->
                        kind(new Configuration(forecast.market(), forecast.model(), forecast.trim(), List.of())))
                .toArray();
        for (int bucket = firstBucket; bucket < network.horizon().weeks(); bucket++) {
            for (int i = 0; i < kinds.length; i++) {
                // Turn about, so that no kind is ahead of another every week.
                int row = bucket % 2 == 0 ? i : kinds.length - 1 - i;
                int[] group = new int[COLUMNS];
                group[CUSTOMERS] = forecasts.get(row).mid().get(bucket);
                group[KIND] = kinds[row];
                group[FROM] = bucket;
                group[KEEP] = NO_ORDER;
                group[LOCKED] = bucket;
                group[FORECAST] = row;
                groups.add(group);
            }
        }
    }

    /** Rows by priority class, lock time and id. */
    private static int[] ranked(OrderTable book) {
        int[] rows = IntStream.range(0, book.size()).toArray();
        boolean sorted = true;
        for (int row = 1; row < rows.length && sorted; row++) {
            sorted = compare(book, row - 1, row) < 0;
        }
        return sorted
                ? rows
                : IntStream.of(rows)
                        .boxed()
                        .sorted((a, b) -> compare(book, a, b))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private static int compare(OrderTable book, int a, int b) {
        if (book.priorityClass(a) != book.priorityClass(b)) {
            return Integer.compare(book.priorityClass(a), book.priorityClass(b));
        }
        if (book.lockedAtMicros(a) != book.lockedAtMicros(b)) {
            return Long.compare(book.lockedAtMicros(a), book.lockedAtMicros(b));
        }
        return book.id(a).compareTo(book.id(b));
    }

    Network network() {
        return network;
    }

    List<Kind> kinds() {
        return List.copyOf(numbers.keySet());
    }

    int[] groupOfRow() {
        return groupOfRow;
    }

    int bookGroups() {
        return bookGroups;
    }

    int firstBucket() {
        return firstBucket;
    }

    int[] column(int number) {
        return groups.stream().mapToInt(group -> group[number]).toArray();
    }

    List<DemandForecast> forecasts() {
        return forecasts;
    }

    int[] modelOfForecast() {
        return modelOfForecast;
    }
}
