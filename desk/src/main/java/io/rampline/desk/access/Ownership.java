package io.rampline.desk.access;

import java.util.Optional;

/**
 * Whose an order is. It stands in the book as the actor of the entry that brought the order there, and never changes
 * afterwards: {@code customer:4711} when a customer ordered, {@code sales:shop customer:4711} when the shop ordered for
 * the customer, {@code sales:shop} when it is nobody's but the house's.
 */
public final class Ownership {
    private static final String CUSTOMER = "customer:";

    private Ownership() {}

    /** What stands in the book for what a principal does. */
    public static String actor(Principal principal) {
        return principal.role().label() + ":" + principal.name();
    }

    /**
     * What stands in the book for an order that is placed for a customer.
     *
     * @param customer name of a principal
     */
    public static String actorFor(Principal principal, String customer) {
        boolean isOwn = principal.role() == Role.CUSTOMER && principal.name().equals(customer);
        return isOwn ? actor(principal) : actor(principal) + " " + CUSTOMER + customer;
    }

    /** Name of the principal that an order belongs to; empty when it belongs to no customer. */
    public static Optional<String> owner(String actor) {
        int blank = actor.indexOf(' ');
        String customer = blank < 0 ? actor : actor.substring(blank + 1);
        return customer.startsWith(CUSTOMER) ? Optional.of(customer.substring(CUSTOMER.length())) : Optional.empty();
    }

    /** The role that acted, for those who may not know who it was: {@code sales}. */
    public static String roleOf(String actor) {
        int colon = actor.indexOf(':');
        return colon < 0 ? actor : actor.substring(0, colon);
    }
}
