package io.rampline.proving.bench;

import io.rampline.factory.Network;
import io.rampline.factory.WeeklyUnits;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioFolder;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.Level;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Strategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a question about the whole book costs: a copy of the book, the change, the counts of the answer. In one process,
 * without HTTP.
 */
final class WhatIfBench {
    private static final int WIDE_ORDERS = 500_000;
    private static final int WEEKS = 20;
    private static final int WARM_UP = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    private final String book;
    private final PromiseEngine engine;
    private final int[] before;
    private final int rounds;

    private WhatIfBench(String book, PromiseEngine engine, int rounds) {
        this.book = book;
        this.engine = engine;
        this.rounds = rounds;
        this.before = new int[engine.size()];
        for (int row = 0; row < before.length; row++) {
            before[row] = engine.deliveryBucket(row);
        }
    }

    /** A question: capacity of a resource times a factor for some weeks, then a strategy for everybody. */
    private record Question(String name, List<Level> levels, Strategy strategy) {}

    /**
     * Asks every question of both books.
     *
     * @param arguments rounds, 50 when there is none; then names of questions, all when there is none
     */
    static int run(List<String> arguments) {
        int rounds = arguments.isEmpty() ? 50 : Integer.parseInt(arguments.getFirst());
        List<String> only = arguments.size() < 2 ? List.of() : arguments.subList(1, arguments.size());
        System.out.printf(
                "%-10s %-34s %8s %8s %8s %9s %9s%n",
                "book", "question", "p50 ms", "p90 ms", "max ms", "earlier", "later");
        WhatIfBench wide = new WhatIfBench("wide", wide(), rounds);
        wide.ask(wide.questions("L0"), only);
        WhatIfBench reference = new WhatIfBench("xiaomi", reference(), rounds);
        reference.ask(reference.questions("F2"), only);
        return 0;
    }

    private static PromiseEngine wide() {
        PromiseEngine engine = WideBook.engine(WIDE_ORDERS);
        engine.promiseAll();
        return engine;
    }

    private static PromiseEngine reference() {
        Path home = Path.of(System.getProperty("rampline.home", "")).toAbsolutePath();
        return switch (ScenarioFolder.read(home.resolve("examples/xiaomi-2025"), (_, _, _) -> {})) {
            case Reading.Sound sound -> {
                PromiseEngine engine =
                        new PromiseEngine(Network.of(sound.contents().scenario()));
                engine.load(sound.contents().openOrders());
                engine.promiseAll();
                yield engine;
            }
            case Reading.Flawed flawed -> throw new IllegalStateException("found a flawed example: " + flawed.flaws());
        };
    }

    private List<Question> questions(String line) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("re-promise, redistribute", List.of(), Strategy.REDISTRIBUTE));
        int resource = find(line);
        questions.add(new Question("line up a fifth, 20 weeks, gain", levels(resource, 6, 5), Strategy.GAIN));
        questions.add(new Question("line doubled, 20 weeks, gain", levels(resource, 2, 1), Strategy.GAIN));
        questions.add(new Question("all up a fifth, 20 weeks, gain", everything(6, 5), Strategy.GAIN));
        questions.add(new Question("line down a fifth, 20 weeks, cut", levels(resource, 4, 5), Strategy.SKIP));
        questions.add(new Question("line stands, 20 weeks, cut", levels(resource, 0, 1), Strategy.SKIP));
        questions.add(new Question("all down a fifth, 20 weeks, cut", everything(4, 5), Strategy.SKIP));
        return questions;
    }

    private int find(String line) {
        OptionalInt found = engine.network().findResource(io.rampline.factory.Resource.Kind.LINE, line);
        return found.orElseThrow();
    }

    private List<Level> levels(int resource, int times, int parts) {
        List<Level> levels = new ArrayList<>();
        int from = 4;
        for (int bucket = from; bucket < from + WEEKS; bucket++) {
            int now = engine.capacity(resource, bucket);
            if (now != WeeklyUnits.UNLIMITED) {
                levels.add(new Level(resource, bucket, now * times / parts));
            }
        }
        return levels;
    }

    private List<Level> everything(int times, int parts) {
        List<Level> levels = new ArrayList<>();
        for (int resource = 0; resource < engine.network().resources().size(); resource++) {
            levels.addAll(levels(resource, times, parts));
        }
        return levels;
    }

    private void ask(List<Question> questions, List<String> only) {
        for (Question question : questions) {
            if (only.isEmpty() || only.stream().anyMatch(question.name()::contains)) {
                ask(question);
            }
        }
    }

    private void ask(Question question) {
        double[] millis = new double[rounds];
        GainsAndLosses counted = answer(question);
        for (int round = -WARM_UP; round < rounds; round++) {
            long start = System.nanoTime();
            counted = answer(question);
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-34s %8.1f %8.1f %8.1f %,9d %,9d%n",
                book,
                question.name(),
                millis[rounds / 2],
                millis[rounds * 9 / 10],
                millis[rounds - 1],
                counted.all().earlier(),
                counted.all().later());
    }

    private GainsAndLosses answer(Question question) {
        PromiseEngine copy = engine.trial(question.strategy() != Strategy.REDISTRIBUTE);
        if (!question.levels().isEmpty()
                && copy.apply(new Command.SetCapacity(question.levels())) instanceof Answer.Refused refused) {
            throw new IllegalStateException("found the change refused: " + refused);
        }
        if (question.strategy() != Strategy.SKIP) {
            copy.apply(new Command.Repromise(List.of(), question.strategy(), false));
        }
        copy.openShortages();
        return GainsAndLosses.of(before, copy);
    }
}
