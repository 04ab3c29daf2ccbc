package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.desk.briefing.TrimWait.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Trim by trim: what a new order is told, what was posted, and why the two differ. */
final class TrimTable {
    private final Briefing briefing;
    private final Speech speech;
    private final boolean severalMarkets;
    private final boolean posted;

    TrimTable(Briefing briefing, Speech speech) {
        this.briefing = briefing;
        this.speech = speech;
        this.severalMarkets = SpreadPicture.severalMarkets(briefing);
        this.posted = briefing.waits().stream().anyMatch(wait -> wait.posted().isPresent());
    }

    void write(Html html) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", speech.say("trims.title"));
        html.open("table", "class", "trims").words("caption", "hidden", speech.say("trims.title"));
        html.open("thead").open("tr");
        html.open("th", "scope", "col").text(speech.say("trims.trim")).close();
        for (String head : heads()) {
            html.open("th", "scope", "col", "class", "number")
                    .text(speech.say(head))
                    .close();
        }
        html.open("th", "scope", "col").text(speech.say("trims.cause")).close();
        html.close().close().open("tbody");
        briefing.waits().forEach(wait -> row(html, wait));
        html.close().close().close();
        explanations(html);
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("trims.quote"));
        if (posted) {
            heads.addAll(List.of("trims.posted", "trims.difference"));
        }
        heads.addAll(List.of("trims.open", "trims.median", "trims.longest", "trims.since-lock"));
        return heads;
    }

    private void row(Html html, TrimWait wait) {
        html.open("tr").open("th", "scope", "row");
        html.open(
                        "span",
                        "class",
                        "key box f-"
                                + SpreadPicture.tone(briefing, wait.trim().model())
                                        .name())
                .close();
        html.text(SpreadPicture.name(wait, severalMarkets)).close();
        number(
                html,
                wait.quote().weeks().isPresent()
                        ? speech.number(wait.quote().weeks().getAsInt())
                        : speech.say("beyond.short"),
                " strong");
        if (posted) {
            number(
                    html,
                    wait.posted()
                            .map(range -> speech.range(range.low(), range.high()))
                            .orElse("–"),
                    "");
            String difference = wait.difference().isPresent()
                    ? speech.signed(wait.difference().getAsDouble())
                    : "–";
            number(html, difference, wait.differsNotably() ? " notable" : "");
        }
        number(html, speech.number(wait.fromNow().all()), "");
        number(html, plain(wait.fromNow().median(), wait.fromNow().all()), "");
        number(html, plain(wait.fromNow().longest(), wait.fromNow().all()), "");
        number(html, plain(wait.sinceLock().median(), wait.sinceLock().all()), "");
        html.words(
                        "td",
                        "",
                        wait.cause().map(speech::cause).map(Speech::capital).orElse("–"))
                .close();
    }

    private void number(Html html, String words, String style) {
        html.words("td", "number" + style, words);
    }

    private String plain(OptionalInt weeks, int orders) {
        if (orders == 0) {
            return "–";
        }
        return weeks.isPresent() ? speech.number(weeks.getAsInt()) : speech.say("beyond.short");
    }

    /**
     * Every notable difference is explained: by the planner's words where there are some, and by what the engine knows.
     */
    private void explanations(Html html) {
        List<TrimWait> notable =
                briefing.waits().stream().filter(TrimWait::differsNotably).toList();
        List<TrimWait> others = briefing.waits().stream()
                .filter(wait -> !wait.differsNotably() && wait.explanation().isPresent())
                .toList();
        if (notable.isEmpty() && others.isEmpty()) {
            return;
        }
        html.words("h3", "", speech.say("explain.title")).open("dl", "class", "explain");
        for (TrimWait wait : notable) {
            String title = speech.say(
                    wait.difference().orElse(0) > 0 ? "explain.longer" : "explain.shorter",
                    SpreadPicture.name(wait, severalMarkets),
                    speech.weeks(Math.abs(wait.difference().orElse(0))));
            html.open("div").words("dt", "", title);
            html.words("dd", "", words(wait) + " " + known(wait)).close();
        }
        for (TrimWait wait : others) {
            html.open("div").words("dt", "", SpreadPicture.name(wait, severalMarkets));
            html.words("dd", "", words(wait)).close();
        }
        html.close();
    }

    private String words(TrimWait wait) {
        return wait.explanation().map(speech::explanation).orElseGet(() -> speech.say("explain.none"));
    }

    private String known(TrimWait wait) {
        Optional<Posted> shown = wait.posted();
        String cause =
                wait.cause().map(speech::cause).orElse(speech.cause(wait.quote().cause()));
        return speech.say(
                "explain.known",
                cause,
                shown.map(posted -> speech.date(posted.date())).orElse("–"));
    }
}
