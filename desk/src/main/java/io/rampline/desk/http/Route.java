package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One line of the table: what is asked, what permission that needs, and who answers.
 *
 * @param path segments in braces are parameters
 * @param permission there is no route without
 * @param about whether the permission is asked for the order that the path names
 * @param produces media type of the answer
 * @param queries query parameters that it knows; others are refused
 */
record Route(
        Method method,
        String path,
        Permission permission,
        About about,
        Entity entity,
        Cost cost,
        String produces,
        List<String> queries,
        Handler handler) {

    Route {
        Objects.requireNonNull(permission, "a route needs a permission");
        Objects.requireNonNull(handler, "a route needs a handler");
        queries = List.copyOf(queries);
        if (about == About.ORDER && !path.contains("{" + ORDER_ID + "}")) {
            throw new IllegalArgumentException("found " + path + " about an order, expected {" + ORDER_ID + "} in it");
        }
    }

    static final String ORDER_ID = "order_id";

    enum Method {
        GET,
        PUT,
        POST,
        DELETE
    }

    enum About {
        BOOK,
        /** An order that must be in the book, and belong to whoever sees only own ones. */
        ORDER,
        /** The order of the link that is shown instead of a token. */
        LINKED
    }

    /** What the body is. */
    enum Entity {
        NONE(0),
        OPTIONAL_JSON(64 * 1024),
        JSON(64 * 1024),
        BULK_JSON(8 * 1024 * 1024),
        /** A scenario folder. */
        ZIP(256 * 1024 * 1024),
        /** A scenario folder, or its orders alone. */
        ORDERS(256 * 1024 * 1024);

        private final int bytesMax;

        Entity(int bytesMax) {
            this.bytesMax = bytesMax;
        }

        int bytesMax() {
            return bytesMax;
        }

        /** Media types, one at least where there is a body. */
        List<String> types() {
            return switch (this) {
                case NONE -> List.of();
                case OPTIONAL_JSON, JSON, BULK_JSON -> List.of(MediaTypes.JSON);
                case ZIP -> List.of(MediaTypes.ZIP);
                case ORDERS -> List.of(MediaTypes.ZIP, MediaTypes.CSV, MediaTypes.PARQUET);
            };
        }

        /** The longest body of any route. */
        static int bytesMaxOfAll() {
            return Arrays.stream(values()).mapToInt(Entity::bytesMax).max().orElseThrow();
        }
    }

    enum Cost {
        /** Monitoring and the like: not counted against anybody. */
        FREE,
        ORDINARY,
        /** Reads or copies the whole book. */
        COSTLY,
        /** As costly, but asked by a hand that drags a lever: more often, and still few at once. */
        TRIAL
    }

    @FunctionalInterface
    interface Handler {
        Reply answer(Call call);
    }

    static Route get(String path, Permission permission, Handler handler) {
        return of(Method.GET, path, permission, Entity.NONE, handler);
    }

    static Route put(String path, Permission permission, Handler handler) {
        return of(Method.PUT, path, permission, Entity.JSON, handler);
    }

    static Route post(String path, Permission permission, Handler handler) {
        return of(Method.POST, path, permission, Entity.JSON, handler);
    }

    static Route delete(String path, Permission permission, Handler handler) {
        return of(Method.DELETE, path, permission, Entity.NONE, handler);
    }

    private static Route of(Method method, String path, Permission permission, Entity entity, Handler handler) {
        return new Route(method, path, permission, About.BOOK, entity, Cost.ORDINARY, Reply.JSON, List.of(), handler);
    }

    Route aboutOrder() {
        return new Route(method, path, permission, About.ORDER, entity, cost, produces, queries, handler);
    }

    Route aboutLinked() {
        return new Route(method, path, permission, About.LINKED, entity, cost, produces, queries, handler);
    }

    Route taking(Entity other) {
        return new Route(method, path, permission, about, other, cost, produces, queries, handler);
    }

    Route costing(Cost other) {
        return new Route(method, path, permission, about, entity, other, produces, queries, handler);
    }

    Route producing(String type) {
        return new Route(method, path, permission, about, entity, cost, type, queries, handler);
    }

    Route asking(String... known) {
        return new Route(method, path, permission, about, entity, cost, produces, List.of(known), handler);
    }

    /** {@code PUT /api/v1/orders/{order_id}}. */
    String label() {
        return method + " " + path;
    }
}
