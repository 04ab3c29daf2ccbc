package io.rampline.desk.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is sent and what is wanted back. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String ZIP = "application/zip";
    static final String CSV = "text/csv";
    static final String PARQUET = "application/vnd.apache.parquet";

    private MediaTypes() {}

    /** Whether a Content-Type is JSON in UTF-8. */
    static boolean isJson(String contentType) {
        if (contentType.equals(Reply.JSON)) {
            return true;
        }
        String type = contentType.toLowerCase(Locale.ROOT).replace(" ", "");
        return type.equals(Reply.JSON)
                || type.equals(Reply.JSON + ";charset=utf-8")
                || type.equals(Reply.JSON + ";charset=\"utf-8\"");
    }

    /** The one of these types that a Content-Type header names; charset=utf-8 may stand behind it. */
    static Optional<String> named(String contentType, List<String> types) {
        if (types.contains(JSON)) {
            return isJson(contentType) ? Optional.of(JSON) : Optional.empty();
        }
        String type = contentType.toLowerCase(Locale.ROOT).replace(" ", "").replace(";charset=utf-8", "");
        return types.stream().filter(type::equals).findFirst();
    }

    /** Whether an Accept header has room for a type. */
    static boolean isAccepted(String accept, String produced) {
        if (accept.isEmpty() || accept.equals("*/*") || accept.equals(produced)) {
            return true;
        }
        int parameters = produced.indexOf(';');
        String type = parameters < 0 ? produced : produced.substring(0, parameters);
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.replace(" ", "").split(";", -1);
            boolean fits = parts[0].equals(type) || parts[0].equals(family) || parts[0].equals("*/*");
            if (fits && !isRefused(parts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefused(String[] parts) {
        for (String part : parts) {
            if (part.matches("q=0(\\.0{0,3})?")) {
                return true;
            }
        }
        return false;
    }
}
