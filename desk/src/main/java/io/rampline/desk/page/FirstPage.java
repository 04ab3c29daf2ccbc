package io.rampline.desk.page;

import java.nio.charset.StandardCharsets;

/** The document that every page begins with; its script does the rest. */
public final class FirstPage {
    /** A slope, and a mark on it: data in the address, so that no other file is asked for. */
    private static final String MARK =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Crect width='16' height='16' rx='3' fill='%230f5a8c'/%3E"
                    + "%3Cpath d='M3 12h3l4-7h3' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

    private FirstPage() {}

    /** The document, UTF-8. */
    public static byte[] of(Assets assets) {
        String script = "/assets/scripts/" + assets.madeOf("app.ts");
        String style = "/assets/styles/" + assets.madeOf("page.css");
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Rampline</title>
                <link rel="icon" href="%s">
                <link rel="stylesheet" href="%s">
                <script type="module" src="%s"></script>
                </head>
                <body>
                <rampline-desk></rampline-desk>
                <noscript><p class="alone">Rampline needs JavaScript, from this server alone.</p></noscript>
                </body>
                </html>
                """.formatted(MARK, style, script).getBytes(StandardCharsets.UTF_8);
    }
}
