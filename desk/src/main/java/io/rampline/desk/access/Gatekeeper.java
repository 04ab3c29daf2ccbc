package io.rampline.desk.access;

import io.rampline.desk.access.Decision.Allowed;
import io.rampline.desk.access.Decision.NotYourRole;
import io.rampline.desk.access.Decision.NotYours;
import io.rampline.desk.access.Decision.WhoAreYou;
import java.util.Optional;

/** The one place where it is decided who may do what. What is not allowed by {@link Permission} is denied. */
public final class Gatekeeper {
    private static final Allowed ALLOWED = new Allowed();

    private Gatekeeper() {}

    /** What a permission is asked for. */
    public sealed interface Target {
        /** No single order: the whole book, a quote, capacity. Whoever sees only own orders gets only those of it. */
        record Book() implements Target {}

        /**
         * An order of the book.
         *
         * @param owner {@link Ownership#owner}
         */
        record Order(Optional<String> owner) implements Target {}

        /** The order of a link that was shown and is good. */
        record Linked() implements Target {}
    }

    public static final Target BOOK = new Target.Book();

    /**
     * Whether somebody may do something.
     *
     * @param principal empty when nobody has said who is asking
     */
    public static Decision decide(Optional<Principal> principal, Permission permission, Target target) {
        if (permission == Permission.ANYBODY) {
            return ALLOWED;
        }
        if (target instanceof Target.Linked) {
            return permission == Permission.FOLLOW_LINK ? ALLOWED : new WhoAreYou();
        }
        if (principal.isEmpty()) {
            return new WhoAreYou();
        }
        return switch (permission.scope(principal.get().role())) {
            case NOTHING -> new NotYourRole();
            case EVERYTHING -> ALLOWED;
            case OWN ->
                switch (target) {
                    case Target.Book _ -> ALLOWED;
                    case Target.Linked _ -> new NotYours();
                    case Target.Order order ->
                        order.owner().filter(principal.get().name()::equals).isPresent() ? ALLOWED : new NotYours();
                };
        };
    }

    /** Whether a permission that was granted goes no further than the principal's own orders. */
    public static boolean ownOnly(Principal principal, Permission permission) {
        return permission.scope(principal.role()) == Scope.OWN;
    }
}
