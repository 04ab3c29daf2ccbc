package io.rampline.factory.planted;

/** A public type of a pure module that can change. */
public final class ChangeableOpenly {
    private int weeks;

    /** Changes it. */
    public int next() {
        weeks++;
        return weeks;
    }
}
