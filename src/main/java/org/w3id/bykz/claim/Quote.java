package org.w3id.bykz.claim;

import org.w3id.bykz.text.Span;

/** Words of a document and where they stand, in code points. */
public record Quote(Span span, String text) {}
