/** The rules about the report as a text: sections, dates, title, wording. */
@NullMarked
package org.gongkai.rule.content;

import org.jspecify.annotations.NullMarked;
