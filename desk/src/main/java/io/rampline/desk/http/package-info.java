/**
 * The book over HTTP: one table of routes ({@code RouteTable}), one reception that every request passes
 * ({@code Reception}), and a desk for each group of routes. Described for users in {@code openapi.yaml}.
 */
@NullMarked
package io.rampline.desk.http;

import org.jspecify.annotations.NullMarked;
