package io.rampline.desk.briefing.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;

/** What every page has: it loads nothing, and its content policy lets nothing run but what stands in it. */
final class PageFrame {
    private final Html html;
    private final Speech speech;
    private final String style = resource("briefing.css");
    private final String script = resource("read-out.js");

    PageFrame(Html html, Speech speech) {
        this.html = html;
        this.speech = speech;
    }

    /**
     * Opens the document up to its body.
     *
     * @param firstSection id of the section that the link for keyboards leads to
     */
    void open(String title, String kind, String scenario, LocalDate asOf, String firstSection) {
        open(title, kind, scenario, Optional.of(asOf), firstSection);
    }

    /** As above, for what may have no day. */
    void open(String title, String kind, String scenario, Optional<LocalDate> asOf, String firstSection) {
        html.open("html", "lang", speech.texts().language().getLanguage());
        head(title);
        html.open("body");
        html.open("a", "class", "skip", "href", "#" + firstSection)
                .text(speech.say("page.skip"))
                .close();
        html.open("header", "class", "masthead");
        html.open("p", "class", "brand")
                .words("b", "", "Rampline")
                .text(" " + kind)
                .close();
        html.open("p", "class", "scenario").words("span", "", scenario);
        asOf.ifPresent(day -> html.open("time", "datetime", day.toString())
                .text(speech.say("page.as-of", speech.date(day)))
                .close());
        html.close().close();
    }

    /** Closes the document. */
    String close(String footer) {
        html.open("footer").words("p", "", footer).close();
        html.open("div", "class", "read-out", "id", "read-out", "hidden", "hidden", "aria-live", "polite")
                .close();
        html.open("script").markup(script).close();
        html.close().close();
        return "<!DOCTYPE html>\n" + html.finish();
    }

    private void head(String title) {
        html.open("head");
        html.single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        html.single("meta", "name", "referrer", "content", "no-referrer");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.words("title", "", title);
        html.open("style").markup(style).close();
        html.close();
    }

    /** Nothing may load, run or be sent but what stands in this page. */
    private String policy() {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String resource(String name) {
        try (InputStream stream = PageFrame.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("found no " + name + " in the program, expected it beside the classes");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
