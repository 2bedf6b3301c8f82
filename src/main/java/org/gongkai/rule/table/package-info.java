/** The rules about the three tables: what was read, what is missing, and the relations. */
@NullMarked
package org.gongkai.rule.table;

import org.jspecify.annotations.NullMarked;
