package io.rampline.proving.history;

import io.rampline.factory.Network;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers that wrote nothing: each must be true at one of the positions that the record had while it was under way. */
final class Silent {
    private final Network network;
    private final Map<String, Answer> firstAnswers;
    /** Requests that confirmed a hold, and whose. */
    private final Map<String, String> confirmed = new HashMap<>();

    private final Set<String> writtenRequests = new HashSet<>();
    private final List<Open> waiting = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** Of the model, for what might write; as long as nothing did, it follows the model instead of being made anew. */
    private @Nullable PromiseEngine copy;

    private record Open(Operation operation, Answer answer, boolean repeated, long from, long to) {}

    Silent(
            Network network,
            Collection<Operation> operations,
            Map<String, HistoryCheck.Written> written,
            Map<String, Answer> firstAnswers) {
        this.network = network;
        this.firstAnswers = firstAnswers;
        TreeMap<Long, Long> highestEnded = new TreeMap<>();
        TreeMap<Long, Long> lowestBegun = new TreeMap<>();
        spans(operations, written, highestEnded, lowestBegun);
        for (Operation operation : operations) {
            if (written.containsKey(operation.actor())) {
                operation.request().requestId().ifPresent(writtenRequests::add);
            }
            if (!written.containsKey(operation.actor())
                    && operation.outcome() instanceof Outcome.Answered(Answer answer, boolean repeated)) {
                Map.Entry<Long, Long> before = highestEnded.lowerEntry(operation.begin());
                Map.Entry<Long, Long> after = lowestBegun.higherEntry(operation.end());
                // A repetition tells what was true when it was carried out.
                boolean fromBefore = repeated && operation.request().requestId().isPresent();
                waiting.add(new Open(
                        operation,
                        answer,
                        repeated,
                        before == null || fromBefore ? 0 : before.getValue(),
                        after == null ? Long.MAX_VALUE : after.getValue() - 1));
            }
        }
        waiting.sort(Comparator.comparingLong(Open::from).reversed());
    }

    /** By time: the highest position of those that ended up to it, the lowest of those that began at it or later. */
    private static void spans(
            Collection<Operation> operations,
            Map<String, HistoryCheck.Written> written,
            NavigableMap<Long, Long> highestEnded,
            NavigableMap<Long, Long> lowestBegun) {
        for (Operation operation : operations) {
            HistoryCheck.Written at = written.get(operation.actor());
            if (at != null) {
                if (operation.outcome() instanceof Outcome.Answered) {
                    highestEnded.merge(operation.end(), at.last(), Math::max);
                }
                lowestBegun.merge(operation.begin(), at.first(), Math::min);
            }
        }
        long highest = 0;
        for (Map.Entry<Long, Long> entry : highestEnded.entrySet()) {
            highest = Math.max(highest, entry.getValue());
            entry.setValue(highest);
        }
        long lowest = Long.MAX_VALUE;
        for (Map.Entry<Long, Long> entry : lowestBegun.descendingMap().entrySet()) {
            lowest = Math.min(lowest, entry.getValue());
            entry.setValue(lowest);
        }
    }

    /** Tries what is under way at the model's position. */
    void at(PromiseEngine model, List<String> flaws) {
        long position = model.position();
        while (!waiting.isEmpty() && waiting.getLast().from() <= position) {
            open.add(waiting.removeLast());
        }
        open.removeIf(each -> {
            if (each.to() < position) {
                flaws.add(sentence(each));
                return true;
            }
            return isTrue(each, model);
        });
    }

    /** A request confirmed a hold. */
    void confirmed(Request request, String orderId) {
        request.requestId().ifPresent(id -> confirmed.put(id, orderId));
    }

    /** Goes on with the model. */
    void follow(List<Entry> entries) {
        PromiseEngine follower = copy;
        if (follower != null) {
            entries.forEach(follower::replay);
        }
    }

    /** What is still open has not been true anywhere. */
    void end(PromiseEngine model, List<String> flaws) {
        at(model, flaws);
        open.forEach(each -> flaws.add(sentence(each)));
        waiting.forEach(each -> flaws.add(sentence(each)));
    }

    private String sentence(Open each) {
        String id = each.operation().request().requestId().orElse("");
        Answer first = firstAnswers.get(id);
        return "found the answer " + each.answer() + " to " + each.operation().request()
                + (each.repeated() ? ", repeated" : "") + ", expected another one at every position from "
                + each.from() + " to " + each.to()
                + (writtenRequests.contains(id) ? "; the request stands in the record, with the answer " + first : "");
    }

    private boolean isTrue(Open each, PromiseEngine model) {
        String requestId = each.operation().request().requestId().orElse("");
        if (each.repeated() && firstAnswers.containsKey(requestId)) {
            return tellsAgain(each.answer(), firstAnswers.get(requestId))
                    || (confirmed.containsKey(requestId) && tellsAsItStands(each.answer(), requestId, model));
        }
        if (each.repeated() && writtenRequests.contains(requestId)) {
            // What it repeats is still to come.
            return false;
        }
        Command command = each.operation().request().command();
        PromiseEngine engine = model;
        if (!(command instanceof Command.Quote)) {
            PromiseEngine used = copy;
            engine = used == null ? model.image().engine(network, _ -> {}) : used;
            copy = engine;
        }
        long position = engine.position();
        Answer answer = engine.apply(Told.of(command, null, engine));
        if (engine.position() != position) {
            copy = null;
            return false;
        }
        boolean toldAgain = each.repeated() && !requestId.isEmpty();
        if (toldAgain ? !tellsAgain(each.answer(), answer) : !answer.equals(each.answer())) {
            return false;
        }
        if (!requestId.isEmpty() && !each.repeated() && !(answer instanceof Answer.Refused)) {
            firstAnswers.putIfAbsent(requestId, answer);
        }
        return true;
    }

    /** A confirmation wrote no promise: told again, it is told with the promise as it stands. */
    private boolean tellsAsItStands(Answer repeated, String requestId, PromiseEngine model) {
        return repeated instanceof Answer.Booked now
                && firstAnswers.get(requestId) instanceof Answer.Booked then
                && now.position() == then.position()
                && now.promise().equals(model.promiseOf(model.find(confirmed.getOrDefault(requestId, ""))));
    }

    /** A repetition is told from the entries, which know less than some of the answers. */
    private static boolean tellsAgain(Answer repeated, @Nullable Answer first) {
        if (repeated instanceof Answer.CapacitySet now && first instanceof Answer.CapacitySet then) {
            return now.position() == then.position()
                    && now.moved() == then.moved()
                    && then.open().containsAll(now.open());
        }
        if (repeated instanceof Answer.PlanAdopted now && first instanceof Answer.PlanAdopted then) {
            return now.position() == then.position()
                    && now.earlier() == then.earlier()
                    && now.later() == then.later()
                    && then.open().containsAll(now.open());
        }
        if (repeated instanceof Answer.Repromised now && first instanceof Answer.Repromised then) {
            return now.position() == then.position()
                    && now.difference().earlier() == then.difference().earlier()
                    && now.difference().later() == then.difference().later()
                    && now.difference().unchanged() == then.difference().unchanged();
        }
        return repeated.equals(first);
    }
}
