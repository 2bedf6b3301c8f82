/** Suggests corrections of broken relations and says how sure they are. */
@NullMarked
package org.gongkai.rule.diagnosis;

import org.jspecify.annotations.NullMarked;
