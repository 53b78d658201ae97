import type { Span } from './span.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text as trimmed spans in reading order. */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const trimmed = segment.trim();
    if (trimmed === '') continue;
    const start = index + segment.indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}
