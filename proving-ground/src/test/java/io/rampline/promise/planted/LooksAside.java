package io.rampline.promise.planted;

import com.tngtech.archunit.core.domain.JavaClass;
import io.rampline.factory.planted.LooksUp;

/** Looks from promise down to factory, which looks back, and out to a library. */
public final class LooksAside {
    private LooksAside() {}

    /** The classes seen. */
    public static Class<?>[] seen() {
        return new Class<?>[] {LooksUp.class, JavaClass.class};
    }
}
