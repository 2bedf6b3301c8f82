/** The rules about a report beside that of the year before. */
@NullMarked
package org.gongkai.rule.years;

import org.jspecify.annotations.NullMarked;
