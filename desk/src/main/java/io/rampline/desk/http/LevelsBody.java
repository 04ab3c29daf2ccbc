package io.rampline.desk.http;

import io.rampline.factory.Horizon;
import io.rampline.promise.Command;
import io.rampline.promise.Level;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The changes of capacity in a body: so many units of a resource in each week from one to another. */
final class LevelsBody {
    private static final int CHANGES_MAX = 1_000;
    private static final int UNITS_MAX = 1_000_000;

    private LevelsBody() {}

    /** The level of each resource and week named in {@code changes}; of several for one the last counts. */
    static List<Level> levels(Book book, Fields body) {
        int weeks = book.network().horizon().weeks();
        SortedMap<Integer, Level> levels = new TreeMap<>();
        for (Fields change :
                body.objects("changes", CHANGES_MAX, Set.of("kind", "name", "from_week", "to_week", "units"))) {
            add(book, change, weeks, levels);
            if (levels.size() > Command.LEVELS_MAX) {
                throw Problem.field(
                        "changes",
                        "more than " + Command.LEVELS_MAX + " resources and weeks",
                        "at most so many; maybe set them in several requests");
            }
        }
        return List.copyOf(levels.values());
    }

    private static void add(Book book, Fields change, int weeks, SortedMap<Integer, Level> to) {
        Horizon horizon = book.network().horizon();
        int resource = PlantDesk.resource(book, change.text("kind"), change.text("name"));
        int from = change.bucket("from_week", horizon);
        int last = change.has("to_week") ? change.bucket("to_week", horizon) : from;
        if (last < from) {
            throw Problem.field(change.within("to_week"), change.text("to_week"), "a week not before from_week")
                    .with("code", "WEEKS_REVERSED")
                    .with("found", horizon.week(last).toString())
                    .with("from", horizon.week(from).toString());
        }
        int units = change.whole("units", 0, UNITS_MAX);
        for (int bucket = from; bucket <= last; bucket++) {
            to.put(resource * weeks + bucket, new Level(resource, bucket, units));
        }
    }
}
