/** What would mend broken relations, and how sure that is. */
@NullMarked
package org.gongkai.rule.diagnosis;

import org.jspecify.annotations.NullMarked;
