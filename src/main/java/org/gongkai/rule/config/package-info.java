/** Settings files of the rules: severities, thresholds and waivers. */
@NullMarked
package org.gongkai.rule.config;

import org.jspecify.annotations.NullMarked;
