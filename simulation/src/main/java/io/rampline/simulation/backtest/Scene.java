package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Posted;
import io.rampline.simulation.ramp.PublicRamp;
import io.rampline.simulation.ramp.RampPrior;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that every future of a back-test begins with.
 *
 * @param models of which orders are known, in alphabetical order
 * @param trims of each model, in alphabetical order
 */
record Scene(
        History known,
        Calendar calendar,
        List<String> models,
        List<List<String>> trims,
        Families families,
        Plant plant,
        Handovers handovers,
        Aims aims,
        List<Orders> orders) {
    static Scene of(History whole, Asked asked, List<PublicRamp> ramps) {
        LocalDate asOf = asked.asOf();
        History known = KnownBy.of(whole, asOf);
        Set<String> models = new TreeSet<>();
        known.locks().forEach(row -> models.add(row.model()));
        if (models.isEmpty()) {
            throw new IllegalArgumentException("found no orders that were counted by " + asOf
                    + ", expected some. Maybe choose a later day with --as-of.");
        }
        List<String> names = List.copyOf(models);
        LocalDate first = known.locks().stream()
                .map(Locks::from)
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (History.Handed row : known.handed()) {
            first = row.from().isBefore(first) ? row.from() : first;
        }
        Calendar calendar = Calendar.of(first, asOf, asked.months());
        RampPrior prior = RampPrior.from(ramps, asked.maker(), asOf).withCeilingSpread(asked.ceilingSpread());
        Families families = new Families(names);
        List<Orders> orders = new ArrayList<>();
        List<List<String>> trims = new ArrayList<>();
        for (String model : names) {
            orders.add(new Orders(known, calendar, model));
            Set<String> ofModel = new LinkedHashSet<>();
            known.locks().stream().filter(row -> row.model().equals(model)).forEach(row -> ofModel.add(row.trim()));
            trims.add(ofModel.stream().sorted().toList());
        }
        return new Scene(
                known,
                calendar,
                names,
                trims,
                families,
                Plant.of(known, calendar, names, prior),
                new Handovers(known, calendar, families),
                new Aims(known, calendar),
                orders);
    }

    /** The last wait that was shown for a trim, in the weeks before now; null when there was none. */
    @Nullable Posted lastPosted(int model, String trim) {
        Posted last = null;
        for (Posted posted : known.posted()) {
            boolean isOfIt = posted.model().equals(models.get(model))
                    && posted.trim().map(trim::equals).orElse(false)
                    && calendar.week(posted.until()) >= 0;
            if (isOfIt && (last == null || !posted.until().isBefore(last.until()))) {
                last = posted;
            }
        }
        return last;
    }
}
