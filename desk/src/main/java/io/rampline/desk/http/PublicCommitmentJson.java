package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.orderbook.credibility.Commitment;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What a maker said in public, and what came of it. */
final class PublicCommitmentJson {
    private PublicCommitmentJson() {}

    static void write(JsonGenerator json, Judgement judgement) throws IOException {
        Commitment commitment = judgement.commitment();
        Optional<Commitment.Actual> actual = commitment.actual();
        json.writeStartObject();
        json.writeStringField("issuer", commitment.issuer());
        json.writeStringField("made", commitment.made().toString());
        json.writeStringField("metric", commitment.metric());
        json.writeStringField("target", commitment.target().text());
        json.writeStringField("due", commitment.due().toString());
        json.writeStringField("actual", actual.map(Commitment.Actual::text).orElse(null));
        json.writeStringField(
                "actual_date", actual.map(known -> known.on().toString()).orElse(null));
        json.writeStringField("outcome", judgement.outcome().name().toLowerCase(Locale.ROOT));
        json.writeFieldName("slip_days");
        if (judgement.slipDays().isPresent()) {
            json.writeNumber(judgement.slipDays().getAsLong());
        } else {
            json.writeNull();
        }
        json.writeFieldName("deviation");
        if (judgement.deviation().isPresent()) {
            json.writeNumber(judgement.deviation().getAsDouble());
        } else {
            json.writeNull();
        }
        json.writeFieldName("inside_range");
        if (judgement.insideRange().isPresent()) {
            json.writeBoolean(judgement.insideRange().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }
}
