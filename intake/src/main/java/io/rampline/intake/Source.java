package io.rampline.intake;

import java.util.Optional;

/**
 * Where a public figure comes from.
 *
 * @param key by which rows of other files name it
 * @param url where to read it
 * @param published when, as written: a date, {@code 2025-07} or text; may be empty
 */
public record Source(String key, String url, String published, Optional<Grade> grade) {}
