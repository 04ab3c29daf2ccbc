package io.rampline.factory.planted;

import io.rampline.promise.planted.LooksAside;

/** Looks from factory up to promise. */
public final class LooksUp {
    private LooksUp() {}

    /** The class seen. */
    public static Class<?> seen() {
        return LooksAside.class;
    }
}
