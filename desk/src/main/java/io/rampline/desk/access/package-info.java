/**
 * Who may do what: roles, who is asking, and the one table and the one place where it is decided.
 *
 * <p>To read: {@link io.rampline.desk.access.Permission} is the table, {@link io.rampline.desk.access.Gatekeeper} the
 * decision, {@link io.rampline.desk.access.IdentityCheck} finds out who is asking.
 */
@NullMarked
package io.rampline.desk.access;

import org.jspecify.annotations.NullMarked;
