/** A report in, findings and diagnoses out: the catalogue, what a rule is, and what comes of it. */
@NullMarked
package org.gongkai.rule;

import org.jspecify.annotations.NullMarked;
