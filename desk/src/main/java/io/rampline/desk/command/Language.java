package io.rampline.desk.command;

import io.rampline.desk.briefing.page.Texts;

/** The languages there are, as they are typed. */
public enum Language {
    en,
    de;

    public Texts texts() {
        return switch (this) {
            case en -> Texts.english();
            case de -> Texts.german();
        };
    }
}
