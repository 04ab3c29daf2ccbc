package io.rampline.orderbook;

import io.rampline.orderbook.record.Batch;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Ledger;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Difference;
import io.rampline.promise.Entry;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Reason;
import io.rampline.promise.Shortage;
import io.rampline.promise.Strategy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request was answered when it was carried out, told again from the entries it wrote. Entries say less than some
 * answers: of a capacity change or a plan only the shortages it opened itself are told again, of a re-run of the book
 * not the exceptions.
 */
final class RepeatedAnswer {
    private RepeatedAnswer() {}

    static Answer of(Ledger ledger, EntryText text, PromiseEngine engine, Command command, Batch.RequestRow request)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (BookRows.Row row : ledger.between(request.firstPosition(), request.lastPosition())) {
            entries.add(row.entry(text));
        }
        long position = request.lastPosition();
        return switch (command) {
            case Command.Book _, Command.TakeOver _ -> new Answer.Booked(position, promise(entries, engine, command));
            case Command.Hold hold ->
                new Answer.Held(position, (Promise.Dated) promise(entries, engine, command), hold.expiresAtMicros());
            case Command.Cancel _ -> new Answer.Cancelled(position);
            case Command.Deliver _ -> new Answer.Delivered(position);
            case Command.Change _ ->
                new Answer.Changed(
                        position,
                        promise(entries, engine, command),
                        entries.stream()
                                .anyMatch(entry -> entry instanceof Entry.Changed changed && changed.keptRank()));
            case Command.PullForward _ ->
                new Answer.PulledForward(position, (Promise.Dated) promise(entries, engine, command));
            case Command.SetCapacity _ ->
                new Answer.CapacitySet(position, moves(entries).size(), shortages(entries));
            case Command.AdoptPlan _ -> {
                Difference difference = difference(entries, 0);
                yield new Answer.PlanAdopted(position, difference.earlier(), difference.later(), shortages(entries));
            }
            case Command.Advance _ ->
                new Answer.Advanced(position, (int) entries.stream()
                        .filter(Entry.HoldExpired.class::isInstance)
                        .count());
            case Command.Repromise _ -> new Answer.Repromised(position, difference(entries, request.remainder()));
            case Command.Quote _ -> throw new IllegalArgumentException("a quote writes nothing and has no request id");
        };
    }

    private static Promise promise(List<Entry> entries, PromiseEngine engine, Command command) {
        for (Entry entry : entries) {
            Promise promise = promise(entry);
            if (promise != null) {
                return promise;
            }
        }
        return engine.promiseOf(engine.find(CommandSubject.of(command)));
    }

    private static @Nullable Promise promise(Entry entry) {
        return switch (entry) {
            case Entry.Booked booked -> booked.promise();
            case Entry.TakenOver taken -> taken.promise();
            case Entry.Held held -> held.promise();
            case Entry.Changed changed -> changed.promise();
            case Entry.PromiseMoved moved -> moved.to();
            case Entry.HoldConfirmed _,
                    Entry.HoldExpired _,
                    Entry.Cancelled _,
                    Entry.Delivered _,
                    Entry.CapacityChanged _,
                    Entry.PlanAdopted _,
                    Entry.ShortageOpened _,
                    Entry.ShortageClosed _,
                    Entry.Advanced _ -> null;
        };
    }

    private static List<Entry.PromiseMoved> moves(List<Entry> entries) {
        return entries.stream()
                .filter(Entry.PromiseMoved.class::isInstance)
                .map(Entry.PromiseMoved.class::cast)
                .toList();
    }

    private static List<Shortage> shortages(List<Entry> entries) {
        List<Shortage> open = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.ShortageOpened opened) {
                // A shortage that changes its size is opened anew.
                open.removeIf(
                        shortage -> shortage.resource() == opened.shortage().resource()
                                && shortage.bucket() == opened.shortage().bucket());
                open.add(opened.shortage());
            } else if (entry instanceof Entry.ShortageClosed closed) {
                open.removeIf(
                        shortage -> shortage.resource() == closed.resource() && shortage.bucket() == closed.bucket());
            }
        }
        return open;
    }

    private static Difference difference(List<Entry> entries, int unchanged) {
        int earlier = 0;
        int later = 0;
        List<Difference.Move> moves = new ArrayList<>();
        for (Entry.PromiseMoved moved : moves(entries)) {
            int from = bucket(moved.from());
            int to = bucket(moved.to());
            if (from != to) {
                boolean gains = to >= 0 && (from < 0 || to < from);
                earlier += gains ? 1 : 0;
                later += gains ? 0 : 1;
                Strategy strategy =
                        moved.reason() instanceof Reason.Repromised repromised ? repromised.strategy() : Strategy.SKIP;
                moves.add(new Difference.Move(moved.orderId(), strategy, from, to));
            }
        }
        return new Difference(earlier, later, unchanged, moves, List.of());
    }

    private static int bucket(Promise promise) {
        return promise instanceof Promise.Dated dated ? dated.buildBucket() : -1;
    }
}
