package io.rampline.desk.briefing.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.briefing.page.PackFigures;
import io.rampline.desk.briefing.page.PackFigures.Figure;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.pack.BoardPack;
import io.rampline.orderbook.credibility.Commitments;
import io.rampline.orderbook.credibility.Commitments.IssuerRecord;
import java.io.IOException;
import java.util.Locale;

/** The figures of a board pack for programs, each with the file and pointer where it stands. */
public final class PackJson {
    private static final int VERSION = 1;

    private PackJson() {}

    /** {@code pack.json}. */
    public static String of(BoardPack pack, Texts texts) {
        return JsonText.of(json -> write(pack, texts, json));
    }

    private static void write(BoardPack pack, Texts texts, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("scenario", pack.briefing().scenario().name());
        json.writeStringField("as_of", pack.briefing().scenario().asOf().toString());
        json.writeArrayFieldStart("figures");
        for (Figure figure : PackFigures.of(pack, new Speech(texts))) {
            json.writeStartObject();
            json.writeStringField("chapter", figure.chapter().name().toLowerCase(Locale.ROOT));
            json.writeStringField("question", figure.question());
            json.writeStringField("value", figure.value());
            json.writeStringField("shown", figure.shown());
            json.writeStringField("source", figure.source());
            json.writeStringField("page", figure.chapter().page());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("record");
        for (IssuerRecord issuer : Commitments.byIssuer(pack.commitments())) {
            json.writeStartObject();
            json.writeStringField("issuer", issuer.issuer());
            json.writeNumberField("kept", issuer.kept());
            json.writeNumberField("broken", issuer.broken());
            json.writeNumberField("open", issuer.open());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
