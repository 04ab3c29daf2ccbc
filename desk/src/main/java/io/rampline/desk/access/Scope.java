package io.rampline.desk.access;

/** How far a permission goes. */
enum Scope {
    NOTHING,
    /** Orders that belong to the principal. */
    OWN,
    EVERYTHING
}
