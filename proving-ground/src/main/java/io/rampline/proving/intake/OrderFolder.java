package io.rampline.proving.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;

/** Writes a scenario folder with as many orders as wanted; the same seed gives the same bytes. */
final class OrderFolder {
    private static final String[][] PRODUCTS = {
        {"SU7", "Standard"}, {"SU7", "Pro"}, {"SU7", "Max"}, {"YU7", "Standard"}, {"YU7", "Pro"}, {"YU7", "Max"}
    };
    private static final String[] OPTIONS = {"", "", "", "LIDAR", "TOW", "LIDAR|TOW"};
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int DAYS = 390;

    private OrderFolder() {}

    static void write(Path dir, int orders, long seed) throws IOException {
        Files.createDirectories(dir);
        Files.writeString(dir.resolve("scenario.toml"), """
                name = "Reading orders"
                start_week = "2025-W28"
                horizon_weeks = 156
                currency = "CNY"
                home_market = "CN"
                rules.priority_classes = ["fleet", "retail"]
                """);
        Files.writeString(dir.resolve("markets.csv"), "market,transit_weeks\nCN,1\nDE,8\n");
        Files.writeString(dir.resolve("lines.csv"), """
                plant,line,models,jobs_per_hour,hours_per_shift,shifts,days_per_week,oee
                Beijing,F1,SU7|YU7,47.4,11,2,6,0.96
                """);
        Files.writeString(dir.resolve("options.csv"), "option,model\nLIDAR,*\nTOW,*\n");
        StringBuilder products = new StringBuilder("model,trim,price\n");
        for (String[] product : PRODUCTS) {
            products.append(product[0]).append(',').append(product[1]).append(",253500\n");
        }
        Files.writeString(dir.resolve("products.csv"), products);
        writeOrders(dir.resolve("orders.csv"), orders, new Random(seed));
    }

    private static void writeOrders(Path file, int orders, Random random) throws IOException {
        LocalDateTime first = LocalDateTime.of(2024, 6, 1, 0, 0);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.print("order_id,locked_at,market,model,trim,options,priority,deposit,"
                    + "earliest_week,promised_week,delivered_on,cancelled_on\n");
            for (int i = 0; i < orders; i++) {
                long second = (long) DAYS * SECONDS_PER_DAY * i / orders + random.nextInt(3600);
                LocalDateTime lockedAt = first.plusSeconds(second);
                String[] product = PRODUCTS[random.nextInt(PRODUCTS.length)];
                int fate = random.nextInt(10);
                out.printf(
                        Locale.ROOT,
                        "X-%07d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s%n",
                        i,
                        lockedAt.toString().length() == 16 ? lockedAt + ":00" : lockedAt,
                        random.nextInt(8) == 0 ? "DE" : "CN",
                        product[0],
                        product[1],
                        OPTIONS[random.nextInt(OPTIONS.length)],
                        random.nextInt(50) == 0 ? "fleet" : "retail",
                        "5000",
                        random.nextInt(10) == 0 ? "2025-W40" : "",
                        fate > 1 ? String.format(Locale.ROOT, "2025-W%02d", 30 + random.nextInt(20)) : "",
                        fate == 0 ? "2025-07-05" : "",
                        fate == 1 ? "2025-07-04" : "");
            }
        }
    }
}
