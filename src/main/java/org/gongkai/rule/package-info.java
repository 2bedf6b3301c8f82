/** Checks a report: the catalogue of rules, the rules, and their findings and diagnoses. */
@NullMarked
package org.gongkai.rule;

import org.jspecify.annotations.NullMarked;
