package io.rampline.desk.http;

import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reports many deliveries, some hundred at a time, so that a full queue is met with patience and not with failure. */
final class Deliveries {
    private static final int AT_ONCE = 500;

    private final Book book;
    private final Call call;
    private final Answers answers;
    private final List<Left> left = new ArrayList<>();
    private int done;

    /** One that was not done, and why. */
    private record Left(String orderId, String code, String detail) {}

    Deliveries(Book book, Call call) {
        this.book = book;
        this.call = call;
        this.answers = new Answers(book);
    }

    Reply report(List<Command.Deliver> commands) {
        for (int from = 0; from < commands.size(); from += AT_ONCE) {
            some(commands.subList(from, Math.min(commands.size(), from + AT_ONCE)));
        }
        return Reply.ok(json -> {
            json.writeNumberField("delivered", done);
            json.writeArrayFieldStart("not_delivered");
            for (Left one : left) {
                json.writeStartObject();
                json.writeStringField("order_id", one.orderId());
                json.writeStringField("code", one.code());
                json.writeStringField("detail", one.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void some(List<Command.Deliver> commands) {
        List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
        for (Command.Deliver command : commands) {
            // The order id and the day make it the same delivery when it is reported again.
            Optional<String> requestId =
                    call.requestId().map(key -> key + " " + command.orderId() + " " + command.deliveredAtMicros());
            waiting.add(book.submit(new Request(call.actor(), requestId, Optional.empty(), command)));
        }
        for (int i = 0; i < waiting.size(); i++) {
            String orderId = commands.get(i).orderId();
            try {
                Answers.as(Answer.Delivered.class, answers.awaited(waiting.get(i)));
                done++;
            } catch (Problem problem) {
                left.add(new Left(
                        orderId, problem.code().orElse(problem.type().name()), String.valueOf(problem.getMessage())));
            }
        }
    }
}
