/** Reads Word documents of before 2007 (.doc, and .wps of today's WPS) with POI's HWPF. */
@NullMarked
package org.gongkai.document.doc;

import org.jspecify.annotations.NullMarked;
