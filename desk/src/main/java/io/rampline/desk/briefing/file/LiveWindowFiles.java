package io.rampline.desk.briefing.file;

import io.rampline.desk.futures.LearntJson;
import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.futures.LiveCountJson;
import io.rampline.factory.Horizon;
import io.rampline.simulation.window.StatedHistory.Learnt;
import io.rampline.simulation.window.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is left of a count of a book in use: every order's window as a table, and all of it together for programs. */
public final class LiveWindowFiles {
    public static final String JSON = "windows.json";
    public static final String WINDOWS = "windows.csv";

    /** The files, in the order in which people look for them. */
    public static final List<String> NAMES = List.of(WINDOWS, JSON);

    private LiveWindowFiles() {}

    /**
     * Writes all files into a folder, or none.
     *
     * @throws CannotWrite when they cannot be written; the folder is then as it was
     */
    public static void write(Path folder, LiveCount count, Learnt learnt) throws CannotWrite {
        Publication.of(folder, publication -> {
            publication.write(JSON, json(count, learnt));
            publication.write(WINDOWS, out -> windows(count, out));
        });
    }

    /** The count and what was learnt, as text that ends in a line break. */
    public static String json(LiveCount count, Learnt learnt) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeNumberField("as_of_entry", count.line().position());
            json.writeNumberField("futures", count.futures());
            json.writeBooleanField("calibrated", count.levels().isCalibrated());
            LearntJson.write(json, Optional.of(learnt));
            LiveCountJson.summary(json, count);
            json.writeEndObject();
        });
    }

    private static void windows(LiveCount count, OutputStream out) throws IOException {
        Horizon horizon = count.line().network().horizon();
        RowBuffer csv = new RowBuffer(out);
        csv.text("order_id,delivery_week,delivery_probability,window_early,window_late,window_probability,median_week")
                .endRow();
        for (int row = 0; row < count.line().orders().size(); row++) {
            Window window = count.window(row);
            OptionalInt promised = count.line().promised(row);
            csv.bytes(CsvText.cell(count.line().orders().id(row))).comma();
            if (promised.isPresent()) {
                csv.text(week(horizon, promised.getAsInt())).comma();
                csv.text(ShareText.of(count.deliveredBy(row, promised.getAsInt())));
            } else {
                csv.comma();
            }
            csv.comma().text(week(horizon, window.earlyBucket())).comma().text(week(horizon, window.lateBucket()));
            csv.comma().text(ShareText.of(window.probability())).comma().text(week(horizon, window.middleBucket()));
            csv.endRow();
        }
        csv.flush();
    }

    private static String week(Horizon horizon, int bucket) {
        return bucket == Window.BEYOND_HORIZON ? "" : horizon.week(bucket).toString();
    }
}
