package io.rampline.proving.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A factory on launch night: two lines, two models of three trims, options with limits, four parts, two markets, two
 * years. Two and a half million cars fit in, so that dates are given to the end.
 */
final class LaunchScenario {
    private static final String[] TRIMS = {"Base", "Pro", "Max"};
    private static final String[] MODELS = {"SU7", "YU7"};

    private LaunchScenario() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("scenario.toml"), """
                name = "Launch night"
                start_week = "2025-W27"
                as_of = 2025-06-26
                horizon_weeks = 104
                currency = "CNY"
                home_market = "CN"
                """);
        Files.writeString(folder.resolve("markets.csv"), "market,transit_weeks\nCN,1\nDE,8\n");
        Files.writeString(folder.resolve("lines.csv"), """
                plant,line,models
                Beijing,F1,SU7|YU7
                Beijing,F2,SU7|YU7
                """);
        StringBuilder products = new StringBuilder("model,trim,price\n");
        for (String model : MODELS) {
            for (String trim : TRIMS) {
                products.append(model).append(',').append(trim).append(",253500\n");
            }
        }
        Files.writeString(folder.resolve("products.csv"), products);
        weekly(folder);
    }

    private static void weekly(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("capacity.csv"), "line,week,units\nF1,2025-W27..,12000\nF2,2025-W27..,12000\n");
        Files.writeString(folder.resolve("options.csv"), "option,model,units_per_week\nLIDAR,*,16000\nTOW,*,9000\n");
        Files.writeString(folder.resolve("parts.csv"), "part,opening_stock\nPACK,30000\nCHIP,30000\n");
        Files.writeString(folder.resolve("bill.csv"), "part,quantity\nPACK,1\nCHIP,2\n");
        Files.writeString(
                folder.resolve("supply.csv"), "part,week,units\nPACK,2025-W27..,23000\nCHIP,2025-W27..,50000\n");
    }

    /** The bytes of the request that books the order of a number; the same number, the same order. */
    static byte[] booking(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int pick = (int) (mixed >>> 40) & 0xffff;
        String options = switch (pick & 3) {
            case 0 -> ",\"options\":[\"LIDAR\"]";
            case 1 -> ",\"options\":[\"LIDAR\",\"TOW\"]";
            default -> "";
        };
        String body = "{\"model\":\"" + MODELS[(pick >>> 2) & 1] + "\",\"trim\":\"" + TRIMS[(pick >>> 3) % 3]
                + "\",\"market\":\"" + ((pick >>> 8) % 8 == 0 ? "DE" : "CN") + '"' + options
                + ",\"deposit_minor\":500000}";
        String request = "PUT /api/v1/orders/" + orderId(number) + " HTTP/1.1\r\nHost: rampline\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    static String orderId(long number) {
        return "N-" + number;
    }

    static long number(String orderId) {
        return Long.parseLong(orderId.substring(2));
    }
}
