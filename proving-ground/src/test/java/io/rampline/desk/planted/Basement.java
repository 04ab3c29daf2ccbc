package io.rampline.desk.planted;

/** Holds a forbidden word only as a part of a longer one. */
final class Basement {
    private Basement() {}
}
