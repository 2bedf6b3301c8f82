/** What the prose of a report says in figures, and the rules that compare it with the tables. */
@NullMarked
package org.gongkai.rule.narrative;

import org.jspecify.annotations.NullMarked;
