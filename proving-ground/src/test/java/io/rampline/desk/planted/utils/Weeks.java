package io.rampline.desk.planted.utils;

/** A good name in a package that says nothing. */
final class Weeks {
    private Weeks() {}
}
