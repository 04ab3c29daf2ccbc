@NullMarked
package io.rampline.proving.prove;

import org.jspecify.annotations.NullMarked;
