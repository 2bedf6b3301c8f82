/** One class a rule: a report in, findings out; and the diagnoses that explain them. */
@NullMarked
package org.gongkai.rule;

import org.jspecify.annotations.NullMarked;
