/** What may come: weekly output, arrivals, demand and leaving of one future after another, each by its number. */
@NullMarked
package io.rampline.simulation.futures;

import org.jspecify.annotations.NullMarked;
