package io.rampline.factory;

import java.util.Optional;

/**
 * One line of a bill of materials.
 *
 * @param products whose bill it is
 * @param option the option that brings the need with it; empty for the base product
 * @param quantity pieces for each unit built, 1 to 1000
 * @param offsetWeeks week of need relative to the line week, -26 to 0
 */
public record BillLine(Selector products, Optional<String> option, String part, int quantity, int offsetWeeks) {}
