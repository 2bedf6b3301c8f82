/** Who owes a report, and what must hold between the reports of bodies. */
@NullMarked
package org.gongkai.rule.bodies;

import org.jspecify.annotations.NullMarked;
