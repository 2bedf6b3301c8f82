/** The thin adapter between AWS Lambda, with Quarkus, and the event handler. */
@NullMarked
package org.gongkai.lambda;

import org.jspecify.annotations.NullMarked;
