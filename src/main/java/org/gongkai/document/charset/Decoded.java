package org.gongkai.document.charset;

import org.gongkai.document.CharsetFrom;

/**
 * A text and the charset it was read in.
 *
 * @param charset its IANA name
 */
public record Decoded(String text, String charset, CharsetFrom from) {}
