/** What the prose of a report says in figures, so that rules can hold it against the tables. */
@NullMarked
package org.gongkai.rule.narrative;

import org.jspecify.annotations.NullMarked;
