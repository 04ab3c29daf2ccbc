/** The law of the house as tests: what a reviewer would otherwise have to see by eye. */
@NullMarked
package io.rampline.proving.house;

import org.jspecify.annotations.NullMarked;
