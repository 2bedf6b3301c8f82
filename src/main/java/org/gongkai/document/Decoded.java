package org.gongkai.document;

/**
 * A text and the charset it was read in.
 *
 * @param charset its IANA name
 */
record Decoded(String text, String charset, CharsetFrom from) {}
