package io.rampline.desk.briefing.file;

import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineCar;
import io.rampline.sequence.shop.WindowsOver;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code shop-floor.csv}: what is hung up at the line, a row for each car. */
public final class ShopFloorCsv {
    private ShopFloorCsv() {}

    /** A row for each car of the days, below their names. */
    public static String of(List<DayPlan> days) {
        StringBuilder text =
                new StringBuilder("line,date,week,day,place,order_id,market,model,trim,colour,options,violates\n");
        for (DayPlan day : days) {
            WindowsOver windows = new WindowsOver(day.day(), day.found().order());
            for (int place = 0; place < day.cars().size(); place++) {
                LineCar car = day.at(place);
                row(
                        text,
                        day.line(),
                        day.date().toString(),
                        day.week().toString(),
                        String.valueOf(day.number()),
                        String.valueOf(place + 1),
                        car.orderId(),
                        car.configuration().market(),
                        car.model(),
                        car.trim(),
                        car.colour(),
                        String.join("|", car.options()),
                        String.join("|", day.violated(windows, place)));
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(new String(CsvText.cell(cells[i]), StandardCharsets.UTF_8));
        }
        text.append('\n');
    }
}
