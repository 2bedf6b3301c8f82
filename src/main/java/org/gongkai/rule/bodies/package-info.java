/**
 * Checks the reports of many bodies together: which bodies must report, and whether a government's
 * figures are the sums of those below. {@link org.gongkai.rule.bodies.BodyChecker} is the entry
 * point.
 */
@NullMarked
package org.gongkai.rule.bodies;

import org.jspecify.annotations.NullMarked;
