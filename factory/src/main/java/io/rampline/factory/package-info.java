/** What can be built, where, when and for whom: values without behaviour of their own. */
@NullMarked
package io.rampline.factory;

import org.jspecify.annotations.NullMarked;
