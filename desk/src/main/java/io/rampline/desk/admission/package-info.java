/** Who is let in when everybody comes at once: rates, the waiting room, and when no more orders are taken. */
@NullMarked
package io.rampline.desk.admission;

import org.jspecify.annotations.NullMarked;
