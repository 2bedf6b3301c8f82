/** Checks the reports of many bodies together: which are owed, and what must hold between them. */
@NullMarked
package org.gongkai.rule.bodies;

import org.jspecify.annotations.NullMarked;
