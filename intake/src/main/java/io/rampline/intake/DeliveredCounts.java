package io.rampline.intake;

import io.rampline.factory.Configuration;
import io.rampline.intake.csv.CellTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code deliveries.csv}: counts of cars handed over pick the orders that have left the book.
 *
 * <p>The units of a row are spread evenly over its days. On each day, row by row, the orders first in rank that were
 * locked by that day are handed over; what finds no order waits for the next day of its row. O(units x queues of a
 * model), a queue being the orders of one trim and priority class in order of lock.
 */
final class DeliveredCounts {
    private static final int UNITS_MAX = 10_000_000;

    private static final Shape SHAPE = Shape.of(OrderCounts.DELIVERIES)
            .required("from", "to", "model", "units")
            .optional("trim");

    private record Handover(
            LocalDate from, LocalDate to, String model, Optional<String> trim, int units, Row.Cell unitsCell) {
        /** Units handed over by the end of a day. */
        long dueBy(long day) {
            long days = to.toEpochDay() - from.toEpochDay() + 1;
            long passed = Math.max(0, Math.min(days, day - from.toEpochDay() + 1));
            return passed * units / days;
        }
    }

    /** Orders of one trim and class that nobody has got yet, first in rank first. */
    private static final class Queue {
        final String trim;
        int capacity;
        int[] ranks = {};
        int size;
        int head;

        Queue(String trim) {
            this.trim = trim;
        }

        void add(int rank) {
            ranks = ranks.length == 0 ? new int[capacity] : ranks;
            ranks[size++] = rank;
        }
    }

    private final OrderColumns orders;
    private final int[] rows;
    private final Map<String, List<Queue>> queuesByModel = new HashMap<>();

    private DeliveredCounts(OrderColumns orders) {
        this.orders = orders;
        this.rows = RankOrder.of(orders);
    }

    static void read(Folder folder, OrderRules rules, OrderColumns orders) {
        List<Handover> handovers = new ArrayList<>();
        boolean isWhole = Table.read(folder, SHAPE, row -> {
            int mark = row.mark();
            LocalDate from = rules.pastDay(row, "from");
            LocalDate to = rules.pastDay(row, "to");
            if (row.isSoundSince(mark) && to.isBefore(from)) {
                row.flaw("to", "a day not before " + from, "from and to are swapped");
            }
            String model = row.name("model");
            rules.catalogue().mustHaveModel(row, "model", model);
            Optional<String> trim = row.selected("trim");
            if (trim.isPresent() && rules.catalogue().hasModel(model)) {
                rules.catalogue().mustHave(row, "model", "trim", model, trim.get());
            }
            int units = row.whole("units", 0, UNITS_MAX);
            rules.sources().of(row);
            if (row.isSound()) {
                handovers.add(new Handover(from, to, model, trim, units, row.cell("units")));
            }
        });
        // With flaws before this, orders may be missing for reasons that have been told.
        if (isWhole && !folder.flaws().hasFlaws()) {
            new DeliveredCounts(orders).handOver(handovers, folder.flaws());
        }
    }

    private void handOver(List<Handover> handovers, FlawBook flaws) {
        queueUp();
        long[] handed = new long[handovers.size()];
        TreeMap<Long, List<Integer>> starting = new TreeMap<>();
        for (int i = 0; i < handed.length; i++) {
            starting.computeIfAbsent(handovers.get(i).from().toEpochDay(), _ -> new ArrayList<>())
                    .add(i);
        }
        List<Integer> running = new ArrayList<>();
        long day = starting.isEmpty() ? 0 : starting.firstKey();
        while (!starting.isEmpty() || !running.isEmpty()) {
            day = running.isEmpty() ? Math.max(day, starting.firstKey()) : day;
            if (starting.containsKey(day)) {
                running.addAll(starting.remove(day));
                running.sort(Comparator.naturalOrder());
            }
            for (int index : running) {
                Handover handover = handovers.get(index);
                long due = handover.dueBy(day);
                while (handed[index] < due && handOverOne(handover, day)) {
                    handed[index]++;
                }
            }
            long today = day++;
            running.removeIf(index -> handovers.get(index).to().toEpochDay() <= today);
        }
        for (int i = 0; i < handed.length; i++) {
            report(handovers.get(i), handed[i], flaws);
        }
    }

    private void report(Handover handover, long handed, FlawBook flaws) {
        if (handed < handover.units()) {
            String product =
                    handover.model() + handover.trim().map(trim -> " " + trim).orElse("");
            flaws.add(handover.unitsCell()
                    .flaw(
                            Integer.toString(handover.units()),
                            "at most " + handed + ", the orders of " + product + " that were locked in time, "
                                    + "not cancelled and not handed over before",
                            "a row of " + OrderCounts.FILE + " is missing"));
        }
    }

    private void queueUp() {
        int configurations = orders.configurations().size();
        int classes = Byte.MAX_VALUE + 1;
        int[] sizes = new int[configurations * classes];
        for (int row : rows) {
            sizes[orders.configurationNumbers[row] * classes + orders.priorityClasses[row]]++;
        }
        Map<List<Object>, Queue> queues = new HashMap<>();
        Queue[] byNumber = new Queue[sizes.length];
        for (int number = 0; number < sizes.length; number++) {
            if (sizes[number] > 0) {
                Configuration configuration = orders.configuration(number / classes);
                List<Object> key = List.of(configuration.model(), configuration.trim(), number % classes);
                byNumber[number] = queues.computeIfAbsent(key, _ -> newQueue(configuration));
                byNumber[number].capacity += sizes[number];
            }
        }
        for (int rank = 0; rank < rows.length; rank++) {
            int row = rows[rank];
            if (orders.endDays[row] == OrderColumns.STILL_OPEN) {
                byNumber[orders.configurationNumbers[row] * classes + orders.priorityClasses[row]].add(rank);
            }
        }
    }

    private Queue newQueue(Configuration configuration) {
        Queue queue = new Queue(configuration.trim());
        queuesByModel
                .computeIfAbsent(configuration.model(), _ -> new ArrayList<>())
                .add(queue);
        return queue;
    }

    /** Hands one unit to the first in rank who was locked by the day; false when there is nobody. */
    private boolean handOverOne(Handover handover, long day) {
        long endOfDay = (day + 1) * CellTime.MICROS_PER_DAY;
        Queue best = null;
        for (Queue queue : queuesByModel.getOrDefault(handover.model(), List.of())) {
            boolean isWanted = handover.trim().map(queue.trim::equals).orElse(true);
            if (isWanted && queue.head < queue.size) {
                int rank = queue.ranks[queue.head];
                boolean isLocked = orders.lockedAtMicros[rows[rank]] < endOfDay;
                if (isLocked && (best == null || rank < best.ranks[best.head])) {
                    best = queue;
                }
            }
        }
        if (best == null) {
            return false;
        }
        orders.endDays[rows[best.ranks[best.head++]]] = (int) day;
        return true;
    }
}
