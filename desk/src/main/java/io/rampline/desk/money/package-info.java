/** The money of a scenario: its book folded into accounts, its cash in many futures, other terms compared. */
@NullMarked
package io.rampline.desk.money;

import org.jspecify.annotations.NullMarked;
