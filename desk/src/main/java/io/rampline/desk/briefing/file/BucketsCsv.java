package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.ResourceLoad;
import io.rampline.factory.Horizon;
import io.rampline.factory.WeeklyUnits;
import java.io.IOException;
import java.io.OutputStream;

/**
 * {@code buckets.csv}: capacity and promised units of each resource and week. For a part capacity is what arrives, in
 * the first week with the opening stock; no limit is an empty cell.
 */
final class BucketsCsv {
    private BucketsCsv() {}

    static void write(Briefing briefing, OutputStream out) throws IOException {
        Horizon horizon = briefing.scenario().horizon();
        byte[][] weeks = new byte[horizon.weeks()][];
        for (int bucket = 0; bucket < weeks.length; bucket++) {
            weeks[bucket] = CsvText.cell(horizon.week(bucket).toString());
        }
        RowBuffer csv = new RowBuffer(out);
        csv.text("resource,week,capacity,promised").endRow();
        for (ResourceLoad load : briefing.loads()) {
            byte[] label = CsvText.cell(load.resource().label());
            for (int bucket = 0; bucket < weeks.length; bucket++) {
                csv.bytes(label).comma().bytes(weeks[bucket]).comma();
                int capacity = load.capacity().whole(bucket);
                if (capacity != WeeklyUnits.UNLIMITED) {
                    csv.number(capacity + (bucket == 0 ? load.resource().openingStock() : 0));
                }
                csv.comma().number(load.promised().whole(bucket)).endRow();
            }
        }
        csv.flush();
    }
}
