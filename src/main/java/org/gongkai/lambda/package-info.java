/** The thin adapter that puts the event door behind AWS Lambda with Quarkus. */
@NullMarked
package org.gongkai.lambda;

import org.jspecify.annotations.NullMarked;
