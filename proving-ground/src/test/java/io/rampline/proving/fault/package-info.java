@NullMarked
package io.rampline.proving.fault;

import org.jspecify.annotations.NullMarked;
