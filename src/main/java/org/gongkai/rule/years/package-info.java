/** The rules that compare a report with last year's. */
@NullMarked
package org.gongkai.rule.years;

import org.jspecify.annotations.NullMarked;
