/** The whole case of a scenario at once, and the demonstration of it. */
@NullMarked
package io.rampline.desk.command.pack;

import org.jspecify.annotations.NullMarked;
