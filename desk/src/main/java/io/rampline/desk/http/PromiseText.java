package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Week;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Binding;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Orders and promises in the words of the scenario: weeks and resources by name, as in the files of a briefing. */
final class PromiseText {
    /** Transit and windows reach beyond the horizon; further weeks are named one by one. */
    private static final int WEEKS_BEYOND = 128;

    private final Network network;
    private final Horizon horizon;
    private final WindowRule window;
    private final String[] weekNames;

    PromiseText(Network network) {
        this.network = network;
        this.horizon = network.horizon();
        this.window = network.scenario().windowRule();
        this.weekNames = new String[horizon.weeks() + WEEKS_BEYOND];
        for (int bucket = 0; bucket < weekNames.length; bucket++) {
            weekNames[bucket] = horizon.week(bucket).toString();
        }
    }

    String week(int bucket) {
        return bucket >= 0 && bucket < weekNames.length
                ? weekNames[bucket]
                : horizon.week(bucket).toString();
    }

    int bucketOf(long micros) {
        return horizon.bucket(TimeOfBook.week(micros));
    }

    /** A promise as an object; the window begins no earlier than the week after now. */
    void promise(JsonGenerator json, String name, Promise promise, int nowBucket) throws IOException {
        json.writeObjectFieldStart(name);
        members(json, promise, nowBucket);
        json.writeEndObject();
    }

    private void members(JsonGenerator json, Promise promise, int nowBucket) throws IOException {
        switch (promise) {
            case Promise.Dated dated -> {
                int delivery = dated.deliveryBucket();
                int earliest = Math.min(delivery, nowBucket + 1);
                json.writeStringField("line", dated.line());
                json.writeStringField("build_week", week(dated.buildBucket()));
                json.writeStringField("delivery_week", week(delivery));
                json.writeStringField("window_early", week(Math.max(earliest, delivery - window.earlyWeeks())));
                json.writeStringField("window_late", week(delivery + window.lateBy(delivery - nowBucket)));
                json.writeNumberField("wait_weeks", delivery - nowBucket);
            }
            case Promise.BeyondHorizon _ -> {
                for (String none :
                        List.of("line", "build_week", "delivery_week", "window_early", "window_late", "wait_weeks")) {
                    json.writeNullField(none);
                }
            }
        }
        json.writeBooleanField("beyond_horizon", promise instanceof Promise.BeyondHorizon);
        json.writeStringField("binding", label(promise.binding()));
    }

    /** As in a briefing: {@code line F2 + part PACK}, {@code none}. */
    String label(Binding binding) {
        return switch (binding.cause()) {
            case NOTHING -> "none";
            case MARKET_OPENS -> "market opens";
            case CUSTOMER -> "customer's wish";
            case NOT_OFFERED -> "not offered";
            case RESOURCE -> labels(binding.resources());
        };
    }

    String labels(List<Integer> resources) {
        return resources.size() == 1
                ? label(resources.getFirst())
                : resources.stream().map(this::label).collect(Collectors.joining(" + "));
    }

    String label(int resource) {
        return network.resources().get(resource).label();
    }

    /** {@code open-pool}: as in a path and on the command line. */
    static String typedKind(Resource.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void configuration(JsonGenerator json, Configuration configuration) throws IOException {
        json.writeStringField("market", configuration.market());
        json.writeStringField("model", configuration.model());
        json.writeStringField("trim", configuration.trim());
        json.writeArrayFieldStart("options");
        for (String option : configuration.options()) {
            json.writeString(option);
        }
        json.writeEndArray();
    }

    void order(JsonGenerator json, Order order) throws IOException {
        json.writeStringField("order_id", order.id());
        json.writeStringField("locked_at", moment(order.lockedAtMicros()));
        configuration(json, order.configuration());
        json.writeStringField(
                "priority", network.scenario().rules().priorityClasses().get(order.priorityClass()));
        json.writeNumberField("deposit_minor", order.depositMinor());
        if (order.earliestBucket() == Order.AS_SOON_AS_POSSIBLE) {
            json.writeNullField("earliest_week");
        } else {
            json.writeStringField("earliest_week", week(order.earliestBucket()));
        }
    }

    /** Scenario local time: {@code 2026-02-01T10:00:00}. */
    static String moment(long micros) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    /** The week of a text, as a bucket that may lie outside the horizon by some years. */
    static int earliestBucket(String field, Week week, Horizon horizon) {
        int bucket = horizon.bucket(week);
        if (Math.abs(bucket) > 2 * Horizon.WEEKS_MAX) {
            throw Problem.field(field, week.toString(), "a week within twenty years of the plan");
        }
        return bucket;
    }
}
