package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.board.Board;
import io.rampline.desk.board.BoardCount;
import io.rampline.factory.Decisions;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.TimeOfBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The board: what is promised, what waits, what binds, and the steps that are decided. */
final class BoardDesk {
    /** A board is looked at, not reckoned with: everybody sees the same count for so long. */
    private static final Duration OLDEST = Duration.ofSeconds(2);

    private final Book book;
    private final PromiseText text;
    private final AdoptedHere adopted;
    private Optional<Counted> last = Optional.empty();
    /** The plan of which the decisions are known. */
    private Optional<AdoptedPlan> decided = Optional.empty();

    private Optional<Decisions> decisions = Optional.empty();

    private record Counted(int now, Board board, Optional<AdoptedPlan> plan) {}

    BoardDesk(Book book, PromiseText text, AdoptedHere adopted) {
        this.book = book;
        this.text = text;
        this.adopted = adopted;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/board", Permission.SEE_BOARD, this::board));
    }

    private Reply board(Call call) {
        Book.View view = book.view(OLDEST);
        Counted counted = counted(view);
        LocalDate today = TimeOfBook.day(book.now());
        Optional<Decisions> decisions = decisions(counted.plan());
        // A day later waits are shorter, though nothing has happened; and what a plan decides may become known later.
        String etag = "\"" + view.position() + "." + today + (decisions.isPresent() ? ".noted" : "") + "\"";
        if (ReadDesk.isKnown(call.header(Head.IF_NONE_MATCH), etag)) {
            return Reply.empty(Reply.NOT_MODIFIED).with(Head.ETAG, etag);
        }
        return Reply.ok(json -> {
                    json.writeNumberField("position", view.position());
                    json.writeStringField("day", today.toString());
                    json.writeStringField(
                            "home_market", book.network().scenario().homeMarket());
                    json.writeStringField(
                            "plan", counted.plan().map(AdoptedPlan::name).orElse(null));
                    new BoardJson(counted.board(), text).write(json);
                    new PlanOnBoard(book.network().scenario(), decisions, text).write(json);
                })
                .with(Head.ETAG, etag);
    }

    private synchronized Counted counted(Book.View view) {
        int now = text.bucketOf(book.now());
        Optional<Counted> known = last.filter(old -> old.board().position() == view.position() && old.now() == now);
        if (known.isEmpty()) {
            known = Optional.of(view.ask(engine -> new Counted(now, BoardCount.of(engine, now), engine.planInForce())));
            last = known;
        }
        return known.get();
    }

    /**
     * What the plan in force decides. It is read once, for it never changes; what is not known is asked again, because
     * the record may be back.
     */
    private synchronized Optional<Decisions> decisions(Optional<AdoptedPlan> plan) {
        if (plan.isEmpty()) {
            return Optional.of(Decisions.NONE);
        }
        if (!plan.equals(decided)) {
            decisions = adopted.findDecisions(plan.get());
            decided = decisions.isPresent() ? plan : Optional.empty();
        }
        return decisions;
    }
}
