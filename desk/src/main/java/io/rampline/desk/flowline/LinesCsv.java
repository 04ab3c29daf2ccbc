package io.rampline.desk.flowline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A {@code lines.csv} with the OEE of some lines replaced and every other character as it was: comments, quotes, order
 * of columns and line ends. The file has been read without a flaw.
 */
public final class LinesCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LinesCsv() {}

    /**
     * The text with other figures.
     *
     * @param oeeByLine 0 to 1
     */
    public static String with(String text, Map<String, Double> oeeByLine) {
        StringBuilder written = new StringBuilder();
        int nameCell = -1;
        int oeeCell = -1;
        for (String row : text.split("(?<=\n)", -1)) {
            String end = row.endsWith("\r\n") ? "\r\n" : row.endsWith("\n") ? "\n" : "";
            String line = row.substring(0, row.length() - end.length());
            if (line.isBlank() || line.startsWith("#")) {
                written.append(row);
                continue;
            }
            List<String> cells = cells(line);
            if (nameCell < 0) {
                List<String> names = cells.stream().map(LinesCsv::plain).toList();
                nameCell = names.indexOf("line");
                oeeCell = names.indexOf("oee");
                written.append(row);
                continue;
            }
            Double oee = nameCell < cells.size() ? oeeByLine.get(plain(cells.get(nameCell))) : null;
            if (oee != null && oeeCell >= 0) {
                cells.set(oeeCell, String.format(Locale.ROOT, "%.4f", oee));
            }
            written.append(String.join(",", cells)).append(end);
        }
        return written.toString();
    }

    /** Cells as they stand, quotes and all. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(line.substring(from, at));
                from = at + 1;
            }
        }
        cells.add(line.substring(from));
        return cells;
    }

    private static String plain(String cell) {
        String bare = cell.replace(BYTE_ORDER_MARK, "").strip();
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1).replace("\"\"", "\"")
                : bare;
    }
}
