package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.futures.LiveCountJson;
import io.rampline.desk.http.LiveWindows.Counted;
import io.rampline.factory.Configuration;
import io.rampline.orderbook.OrderRecord;
import io.rampline.promise.Promise;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The window of one order or quote, with how sure it is and how old. */
final class WindowText {
    private final LiveWindows windows;
    private final PromiseText text;

    /** What is known of a window. */
    private enum State {
        COUNTED,
        /** Nothing has been counted, or this order has come or changed since. */
        NOT_YET_COUNTED,
        /** By its promise it is built, or being built: only transit is ahead. */
        BUILT
    }

    WindowText(LiveWindows windows, PromiseText text) {
        this.windows = windows;
        this.text = text;
    }

    /** Which count is told; 0 before the first. */
    int number() {
        return windows.last().map(Counted::number).orElse(0);
    }

    /** The window of an order that is open. */
    void order(JsonGenerator json, OrderRecord record, int nowBucket) throws IOException {
        Optional<Counted> last = windows.last();
        OptionalInt row = last.isEmpty()
                ? OptionalInt.empty()
                : last.get().count().find(record.order().id());
        boolean isBuilt = record.now() instanceof Promise.Dated dated && dated.buildBucket() <= nowBucket;
        boolean isSame = row.isPresent()
                && last.orElseThrow()
                        .count()
                        .line()
                        .orders()
                        .configuration(row.getAsInt())
                        .equals(record.order().configuration());
        write(json, isBuilt ? State.BUILT : isSame ? State.COUNTED : State.NOT_YET_COUNTED, row, record.now());
    }

    /** The window of whoever would order now and be promised that. */
    void quote(JsonGenerator json, Configuration configuration, Promise promise) throws IOException {
        int bucket = promise instanceof Promise.Dated dated ? dated.deliveryBucket() : Integer.MAX_VALUE;
        OptionalInt row = windows.last()
                .map(last -> last.count().place(configuration, bucket))
                .orElse(OptionalInt.empty());
        write(json, row.isPresent() ? State.COUNTED : State.NOT_YET_COUNTED, row, promise);
    }

    private void write(JsonGenerator json, State state, OptionalInt row, Promise promise) throws IOException {
        Optional<Counted> last = windows.last();
        json.writeObjectFieldStart("window");
        json.writeStringField("state", state.name().toLowerCase(Locale.ROOT));
        if (state == State.COUNTED && last.isPresent() && row.isPresent()) {
            counted(json, last.get(), row.getAsInt(), promise);
        } else {
            for (String none :
                    new String[] {"early", "late", "confidence", "probability", "probability_of_promised_week"}) {
                json.writeNullField(none);
            }
        }
        age(json, last);
        json.writeEndObject();
    }

    private void counted(JsonGenerator json, Counted last, int row, Promise promise) throws IOException {
        Window window = last.count().window(row);
        json.writeStringField("early", text.week(window.earlyBucket()));
        week(json, "late", window.lateBucket());
        json.writeNumberField("confidence", LiveCountJson.share(last.count().confidence()));
        json.writeNumberField("probability", LiveCountJson.share(window.probability()));
        if (promise instanceof Promise.Dated dated) {
            json.writeNumberField(
                    "probability_of_promised_week",
                    LiveCountJson.share(last.count().deliveredBy(row, dated.deliveryBucket())));
        } else {
            json.writeNullField("probability_of_promised_week");
        }
    }

    private void week(JsonGenerator json, String name, int bucket) throws IOException {
        if (bucket == Window.BEYOND_HORIZON) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text.week(bucket));
        }
    }

    /** Which count it is, how old, and whether a history has put it right. */
    void age(JsonGenerator json, Optional<Counted> last) throws IOException {
        if (last.isEmpty()) {
            for (String none : new String[] {"as_of_entry", "entries_since", "counted_at", "age_seconds", "futures"}) {
                json.writeNullField(none);
            }
        } else {
            Counted counted = last.get();
            json.writeNumberField("as_of_entry", counted.count().line().position());
            json.writeNumberField("entries_since", windows.entriesSince(counted));
            json.writeStringField("counted_at", counted.at().toString());
            json.writeNumberField("age_seconds", windows.age(counted).toSeconds());
            json.writeNumberField("futures", counted.count().futures());
        }
        json.writeBooleanField(
                "calibrated", last.isPresent() && last.get().count().levels().isCalibrated());
    }
}
