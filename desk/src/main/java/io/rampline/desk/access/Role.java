package io.rampline.desk.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody is at the car maker. Somebody with several roles acts in the last of them in this order. */
public enum Role {
    /** Orders a car, and sees and changes only his or her own orders. */
    CUSTOMER,
    /** Takes orders for customers: a shop, or the web shop's own server. */
    SALES,
    /** Reads money and waits, changes nothing. */
    FINANCE,
    /** Says what a plant can build and what has been delivered. */
    PLANT,
    /** Changes capacity and promises the book again. */
    PLANNER,
    /** Everything. */
    ADMIN;

    /** As it is written in tokens, claims and messages: {@code planner}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a label; empty when there is none. */
    public static Optional<Role> find(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }

    /** {@code customer, sales, ...}: for messages. */
    public static String labels() {
        return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
    }
}
