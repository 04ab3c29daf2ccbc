package io.rampline.ramp;

import io.rampline.factory.Planning;
import io.rampline.factory.Scenario;
import io.rampline.factory.WaitCost;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Asks for a plan of a world whose rows are shuffled by a seed, and prints a digest of all that the answer says. */
public final class PlanInFreshProcess {
    private PlanInFreshProcess() {}

    /** Arguments: seed of the world, seed of the shuffle, cache folder. */
    public static void main(String[] arguments) throws Exception {
        GrownWorld world = new GrownWorld(Long.parseLong(arguments[0]), 40, 3, 8, 300);
        Random shuffle = new Random(Long.parseLong(arguments[1]));
        Scenario scenario = shuffled(world.scenario, shuffle);
        OrderTable book = shuffled(world.book, shuffle);
        Timetable timetable = Timetable.of(scenario, book, Path.of(arguments[2]));
        Terms terms = Terms.of(40).guarantee(new Wait(8, 20));
        Answer answer = timetable.ask(new Question.LeastCost(terms), PlanProgress.NOBODY);
        StringBuilder text = new StringBuilder(answer.toString());
        if (answer instanceof Answer.Planned planned) {
            text.append(timetable.values(planned));
        }
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
        System.out.println(
                answer.getClass().getSimpleName() + " " + HexFormat.of().formatHex(digest));
    }

    private static <T> List<T> shuffled(List<T> rows, Random shuffle) {
        List<T> other = new ArrayList<>(rows);
        Collections.shuffle(other, shuffle);
        return other;
    }

    private static Scenario shuffled(Scenario s, Random shuffle) {
        var p = s.planning();
        return new Scenario(
                s.name(),
                s.horizon(),
                s.asOf(),
                s.currency(),
                s.homeMarket(),
                s.confidence(),
                s.rules(),
                s.windowRule(),
                shuffled(s.products(), shuffle),
                shuffled(s.lines(), shuffle),
                shuffled(s.parts(), shuffle),
                shuffled(s.bill(), shuffle),
                s.options(),
                s.mix(),
                s.markets(),
                s.quotas(),
                shuffled(s.demand(), shuffle),
                s.deposits(),
                new Planning(
                        shuffled(p.steps(), shuffle),
                        p.openings(),
                        p.budgets(),
                        p.cash(),
                        p.crew(),
                        p.discountPercentPerYear(),
                        p.cancellations(),
                        new WaitCost(p.waitCost().minorPerWeek(), new TreeMap<>()),
                        p.guarantees()));
    }

    private static OrderTable shuffled(OrderTable book, Random shuffle) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            rows.add(row);
        }
        Collections.shuffle(rows, shuffle);
        OrderTable.Builder table = OrderTable.builder();
        rows.forEach(row -> table.add(book.order(row)));
        return table.build();
    }
}
