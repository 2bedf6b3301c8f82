/** Connects AWS Lambda and S3 with the event handler; runs on Quarkus. */
@NullMarked
package org.gongkai.lambda;

import org.jspecify.annotations.NullMarked;
