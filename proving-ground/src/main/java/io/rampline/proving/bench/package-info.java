/** Benchmarks: what they measure stands in docs/benchmarks.md. */
@NullMarked
package io.rampline.proving.bench;

import org.jspecify.annotations.NullMarked;
