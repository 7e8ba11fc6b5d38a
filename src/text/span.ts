/**
 * A stretch of a text, end exclusive. Offsets are UTF-16 code units of the document's decoded text
 * (or of the string named by the function that returns it).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
