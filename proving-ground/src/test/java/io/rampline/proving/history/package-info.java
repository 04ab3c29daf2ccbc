@NullMarked
package io.rampline.proving.history;

import org.jspecify.annotations.NullMarked;
