package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.TimetableJson;
import io.rampline.desk.timetable.Enquiry;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.PointSought;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.desk.timetable.Watcher;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.orderbook.server.CacheFolder;
import io.rampline.orderbook.server.DatabaseUnavailable;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.NoSolver;
import io.rampline.ramp.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One question on its way to its answer; read by others while it is sought. */
final class TimetableRun implements Watcher {
    private final String id;
    private final String actor;
    private final Scenario scenario;
    private final long position;
    private final boolean isOfMarket;
    private final BooleanSupplier isClosing;
    private volatile State state = State.SEEKING;
    private volatile String why = "";
    private volatile boolean cancelled;
    private volatile Work work = Work.PLAN;
    private volatile Optional<Standing> standing = Optional.empty();
    private volatile Optional<PointSought> point = Optional.empty();
    private volatile Hindrance hindrance = Hindrance.NONE;
    private volatile Optional<TimetableReport> report = Optional.empty();

    /** How far it is. */
    enum State {
        SEEKING,
        DONE,
        /** Ended without an answer. */
        FAILED
    }

    /**
     * @param scenario as it is asked about
     * @param position of the book that it is asked about
     * @param isOfMarket whether it is asked when a market can open
     * @param isClosing whether the desk closes, which ends every search
     */
    TimetableRun(
            String id, String actor, Scenario scenario, long position, boolean isOfMarket, BooleanSupplier isClosing) {
        this.id = id;
        this.actor = actor;
        this.scenario = scenario;
        this.position = position;
        this.isOfMarket = isOfMarket;
        this.isClosing = isClosing;
    }

    String id() {
        return id;
    }

    String actor() {
        return actor;
    }

    boolean isOfMarket() {
        return isOfMarket;
    }

    boolean isSeeking() {
        return state == State.SEEKING;
    }

    Optional<TimetableReport> report() {
        return report;
    }

    /** Ends the search with the best plan found. */
    void cancel() {
        cancelled = true;
    }

    void carryOut(OrderTable book, Question question, Extent extent) {
        try {
            report = Optional.of(
                    Enquiry.answer(scenario, book, CacheFolder.of(System.getenv()), question, extent, this));
            state = State.DONE;
        } catch (NoSolver missing) {
            end(Hindrance.NO_SOLVER, String.valueOf(missing.getMessage()));
        } catch (DatabaseUnavailable missing) {
            end(Hindrance.UNAVAILABLE, String.valueOf(missing.getMessage()));
        } catch (RuntimeException fault) {
            end(Hindrance.FAULT, "a fault of the program; it stands in the log");
            throw fault;
        }
    }

    private void end(Hindrance kept, String reason) {
        hindrance = kept;
        why = reason;
        state = State.FAILED;
    }

    @Override
    public void begin(Work next) {
        work = next;
        standing = Optional.empty();
        point = Optional.empty();
    }

    @Override
    public void seeks(PointSought next) {
        point = Optional.of(next);
    }

    @Override
    public boolean isEnded() {
        return cancelled || isClosing.getAsBoolean();
    }

    @Override
    public boolean goOn(Standing now) {
        standing = Optional.of(now);
        return !isEnded();
    }

    /** What changes while it is sought: an event of the stream. */
    void progress(JsonGenerator json) throws IOException {
        json.writeStringField("timetable_id", id);
        json.writeStringField("state", state.name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("cancelled", cancelled);
        json.writeStringField("work", work.name().toLowerCase(Locale.ROOT));
        json.writeStringField("detail", standing.map(Standing::work).orElse(""));
        Optional<PointSought> sought = point;
        if (sought.isPresent()) {
            write(json, sought.get());
        }
        Optional<Standing> now = standing.filter(known -> known.costMinor() != Standing.NO_PLAN);
        if (now.isPresent()) {
            json.writeNumberField("cost", major(now.get().costMinor()));
            if (now.get().boundMinor() > Long.MIN_VALUE) {
                json.writeNumberField("bound", major(now.get().boundMinor()));
                json.writeNumberField(
                        "gap", BigDecimal.valueOf(Math.round(now.get().gap() * 1e6), 6));
            }
        }
    }

    private static void write(JsonGenerator json, PointSought sought) throws IOException {
        json.writeObjectFieldStart("point");
        json.writeStringField("market", sought.market());
        json.writeStringField("opens_week", sought.opens().map(Week::toString).orElse(null));
        json.writeNumberField("units_per_week", sought.unitsPerWeek());
        json.writeNumberField("home_wait_weeks", sought.homeWaitWeeks());
        json.writeNumberField("number", sought.number());
        json.writeNumberField("all", sought.all());
        json.writeEndObject();
    }

    private BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, scenario.currency().minorUnits());
    }

    void write(JsonGenerator json) throws IOException {
        progress(json);
        json.writeStringField("why", why);
        json.writeStringField("why_code", hindrance.code());
        json.writeStringField("asked_by", actor);
        json.writeNumberField("position", position);
        json.writeFieldName("timetable");
        if (report.isPresent()) {
            json.writeRawValue(TimetableJson.of(report.get()).strip());
        } else {
            json.writeNull();
        }
    }
}
