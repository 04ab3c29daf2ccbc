package io.rampline.sequence.form;

/** A text is not in the form that was said; the message names file, line, column, found, expected. */
public final class MisreadForm extends Exception {
    private static final long serialVersionUID = 1;

    MisreadForm(String file, int line, int column, String found, String expected) {
        super(file + ":" + line + ":" + column + ": found " + found + ", expected " + expected);
    }
}
