package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.board.Board;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** A board as members of an object. */
final class BoardJson {
    /** Weeks told at least, and after the last in which anything is built. */
    private static final int WEEKS_LEAST = 26;

    private static final int WEEKS_AFTER = 4;

    private final Board board;
    private final PromiseText text;
    private final int weeks;

    BoardJson(Board board, PromiseText text) {
        this.board = board;
        this.text = text;
        this.weeks = told(board);
    }

    private static int told(Board board) {
        int last = 0;
        for (int week = 0; week < board.bank().size(); week++) {
            if (board.bindings().get(week).built() > 0) {
                last = week;
            }
        }
        return Math.min(board.bank().size(), Math.max(WEEKS_LEAST, last + 1 + WEEKS_AFTER));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("open", board.open());
        json.writeNumberField("beyond_horizon", board.beyond());
        json.writeNumberField("deposits_minor", board.depositsMinor());
        json.writeObjectFieldStart("wait");
        wait(json, board.all());
        json.writeEndObject();
        json.writeArrayFieldStart("lines");
        for (Board.LineWait line : board.waits()) {
            json.writeStartObject();
            json.writeStringField("market", line.product().market());
            json.writeStringField("model", line.product().model());
            json.writeStringField("trim", line.product().trim());
            wait(json, line.waits());
            number(json, "quoted_weeks", line.quoted());
            json.writeStringField("binding", line.binding());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("weeks");
        for (int week = 0; week < weeks; week++) {
            json.writeString(text.week(board.firstBucket() + week));
        }
        json.writeEndArray();
        numbers(json, "bank", board.bank());
        json.writeArrayFieldStart("outputs");
        for (Board.Output output : board.outputs()) {
            json.writeStartObject();
            json.writeStringField("model", output.model());
            numbers(json, "orders", output.orders());
            json.writeEndObject();
        }
        json.writeEndArray();
        bindings(json);
    }

    private void bindings(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("bindings");
        for (Board.Bound bound : board.bindings().subList(0, weeks)) {
            json.writeStartObject();
            json.writeStringField("binding", bound.label());
            json.writeNumberField("orders", bound.orders());
            json.writeNumberField("built", bound.built());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("loads");
        for (Board.Load load : board.loads()) {
            json.writeStartObject();
            json.writeStringField("resource", load.label());
            json.writeNumberField("orders", load.kept());
            numbers(json, "percents", load.percents());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void wait(JsonGenerator json, Board.Wait wait) throws IOException {
        json.writeNumberField("orders", wait.open());
        json.writeNumberField("without_date", wait.beyond());
        number(json, "median_weeks", wait.median());
        number(json, "nine_of_ten_weeks", wait.nine());
        number(json, "longest_weeks", wait.longest());
    }

    private static void number(JsonGenerator json, String name, OptionalInt value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value.getAsInt());
        }
    }

    private void numbers(JsonGenerator json, String name, List<Integer> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (int value : values.subList(0, weeks)) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
