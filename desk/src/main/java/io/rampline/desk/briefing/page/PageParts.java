package io.rampline.desk.briefing.page;

import java.util.List;

/** What pages are made of: an answer with its figure, a section with its lead, and how the words are to be read. */
final class PageParts {
    private final Html html;
    private final Speech speech;

    PageParts(Html html, Speech speech) {
        this.html = html;
        this.speech = speech;
    }

    /**
     * An answer.
     *
     * @param question by its key
     */
    void answer(String question, String figure, String sentence) {
        html.open("section", "class", "answer").words("h2", "", speech.say(question));
        html.words("p", "figure", figure).words("p", "", sentence).close();
    }

    /**
     * A section with its lead.
     *
     * @param title by its key
     * @param lead by its key
     */
    void section(String id, String title, String lead, Runnable content) {
        html.open("section", "id", id).words("h2", "", speech.say(title)).words("p", "lead", speech.say(lead));
        content.run();
        html.close();
    }

    /**
     * How words are to be read.
     *
     * @param terms by the ends of their keys
     */
    void reading(String id, List<String> terms) {
        html.open("section", "id", id).words("h2", "", speech.say("reading.title"));
        html.open("dl", "class", "terms");
        for (String term : terms) {
            html.open("div").words("dt", "", speech.say("term." + term));
            html.words("dd", "", speech.say("term." + term + ".text")).close();
        }
        html.close().close();
    }
}
