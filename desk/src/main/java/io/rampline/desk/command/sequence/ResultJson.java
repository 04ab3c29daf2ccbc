package io.rampline.desk.command.sequence;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.form.EarlierOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** {@code result.json}: a sequence's worth for programs. Described in {@code docs/operating/sequence.md}. */
final class ResultJson {
    private static final int VERSION = 1;
    private static final int SECONDS_DECIMALS = 3;

    private ResultJson() {}

    static String of(Outcome outcome) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("instance", outcome.day().name());
            json.writeStringField("format", outcome.format().name());
            json.writeNumberField("seed", outcome.seed());
            json.writeNumberField("cars", outcome.day().cars().size());
            worth(json, outcome);
            if (outcome.kept().isPresent()) {
                earlier(json, outcome.kept().orElseThrow());
            }
            json.writeNumberField("seconds", rounded(outcome.seconds()));
            json.writeNumberField("seconds_to_best", rounded(outcome.secondsToBest()));
            json.writeNumberField("moves", outcome.found().moves());
            json.writeNumberField("moves_to_best", outcome.found().movesToBest());
            json.writeNumberField("moves_per_s", Math.round(outcome.movesPerSecond()));
            json.writeEndObject();
        });
    }

    private static void worth(JsonGenerator json, Outcome outcome) throws IOException {
        Verdict verdict = outcome.verdict();
        switch (outcome.format()) {
            case roadef2005, plant, scenario -> json.writeNumberField("mark", outcome.mark());
            case csplib -> json.writeNumberField("violations", verdict.counts().high());
        }
        json.writeArrayFieldStart("aims");
        for (Aim aim : outcome.day().aims()) {
            json.writeString(aim.name().toLowerCase(Locale.ROOT));
        }
        json.writeEndArray();
        counts(json, "counts", verdict.counts());
        json.writeObjectFieldStart("violations_by_ratio");
        for (int r = 0; r < outcome.day().ratios().size(); r++) {
            json.writeNumberField(
                    outcome.day().ratios().get(r).name(), verdict.violations().get(r));
        }
        json.writeEndObject();
        counts(json, "lower_bounds", outcome.found().bounds());
        json.writeBooleanField("proven_optimal", outcome.found().isProvenOptimal());
        json.writeBooleanField("allowed", verdict.isAllowed());
        json.writeArrayFieldStart("warnings");
        for (String warning : verdict.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private static void earlier(JsonGenerator json, EarlierOrder kept) throws IOException {
        json.writeObjectFieldStart("earlier");
        json.writeNumberField("kept", kept.kept());
        json.writeNumberField("gone", kept.gone());
        json.writeNumberField("come", kept.come());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String name, Counts counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Aim aim : Aim.values()) {
            json.writeNumberField(aim.name().toLowerCase(Locale.ROOT), counts.of(aim));
        }
        json.writeEndObject();
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(SECONDS_DECIMALS, RoundingMode.HALF_UP);
    }
}
