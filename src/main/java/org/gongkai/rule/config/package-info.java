/** Settings of the rules: severities and waivers. */
@NullMarked
package org.gongkai.rule.config;

import org.jspecify.annotations.NullMarked;
