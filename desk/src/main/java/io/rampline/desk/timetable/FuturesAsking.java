package io.rampline.desk.timetable;

import io.rampline.factory.Scenario;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Future;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Several futures as people ask for them: what starts now whatever demand does, and what later, once one knows?
 *
 * @param futures {@code low}, {@code mid}, {@code high} or a level from -1 to 1, each with a weight behind a colon if
 *     not 1
 * @param gate ISO week from which on one knows which future it is
 * @param risk how much the mean of the worst futures counts beside the mean of all, 0 to 1
 * @param tail share of the futures that are the worst, above 0 to 1
 * @param latePrice price of an order and week beyond the guarantee, major units
 */
public record FuturesAsking(
        List<String> futures, Optional<String> gate, double risk, double tail, Optional<BigDecimal> latePrice) {
    public static final double RISK_USUAL = 0.3;
    public static final double TAIL_USUAL = 0.1;

    /** Most futures: each is a program of its own within the one that is solved. */
    public static final int FUTURES_MAX = 50;

    public FuturesAsking {
        futures = List.copyOf(futures);
    }

    /**
     * The question, in terms of the scenario.
     *
     * @param question what is asked beside it
     * @throws MistakenQuestion when it makes no sense
     */
    Question.SeveralFutures question(Scenario scenario, Question question) {
        if (!(question instanceof Question.LeastCost least)) {
            throw new MistakenQuestion("found several futures asked for together with another question than least cost,"
                    + " expected one at a time");
        }
        Terms terms = least.terms();
        String week = gate.orElseThrow(() -> new MistakenQuestion(
                "found several futures without a gate, expected the week from which on one knows which it is."
                        + " Maybe half a year from now"));
        int bucket = Decided.bucket(scenario, "a gate in " + week, week);
        if (bucket >= terms.weeks()) {
            throw new MistakenQuestion("found a gate in " + week + ", expected a week before "
                    + scenario.horizon().week(terms.weeks()) + ", where the plan ends. Maybe look further ahead.");
        }
        BigDecimal price = latePrice.orElseThrow(() -> new MistakenQuestion(
                "found several futures without a late price, expected what an order that waits a week longer than"
                        + " guaranteed costs: in a future with much demand the guarantee may be out of reach"));
        if (!(risk >= 0 && risk <= 1) || !(tail > 0 && tail <= 1)) {
            throw new MistakenQuestion("found a risk of " + risk + " and a tail of " + tail
                    + ", expected a risk of 0 to 1, and a tail above 0 to 1");
        }
        return new Question.SeveralFutures(
                terms, new RobustTerms(cases(), bucket, Asking.minor(scenario, "late price", price), risk, tail));
    }

    private List<Future> cases() {
        if (futures.isEmpty() || futures.size() > FUTURES_MAX) {
            throw new MistakenQuestion("found " + futures.size() + " futures, expected 1 to " + FUTURES_MAX);
        }
        List<Future> all = new ArrayList<>();
        for (String written : futures) {
            Future future = future(written.strip());
            if (all.stream().anyMatch(other -> other.name().equals(future.name()))) {
                throw new MistakenQuestion("found future " + future.name() + " twice, expected each once");
            }
            all.add(future);
        }
        return all;
    }

    private static Future future(String written) {
        int colon = written.indexOf(':');
        String name = colon < 0 ? written : written.substring(0, colon);
        String weight = colon < 0 ? "1" : written.substring(colon + 1);
        double level = switch (name) {
            case "low" -> -1;
            case "mid" -> 0;
            case "high" -> 1;
            default -> name.matches("-?(0([.]\\d{1,4})?|1([.]0{1,4})?)") ? Double.parseDouble(name) : Double.NaN;
        };
        boolean weighs = weight.matches("\\d{1,6}([.]\\d{1,4})?") && Double.parseDouble(weight) > 0;
        if (Double.isNaN(level) || !weighs) {
            throw new MistakenQuestion("found future " + written
                    + ", expected low, mid, high or a level from -1 to 1, and if not 1 its weight: high:2");
        }
        return new Future(name, Double.parseDouble(weight), level, new TreeMap<>());
    }
}
