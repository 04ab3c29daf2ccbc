package io.rampline.orderbook.record;

/**
 * How far the record goes and who may write on.
 *
 * @param epoch raised by everyone who takes the book over
 * @param position of the last entry, 0 for none
 * @param hash of the last entry
 * @param clockOffsetMicros book time less wall clock time
 */
public record Head(long epoch, long position, Hash hash, long clockOffsetMicros) {}
