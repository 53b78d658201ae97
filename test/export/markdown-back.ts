import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect } from 'vitest';
import type { Analysis } from '../../src/analysis/index.ts';
import { plainText } from '../../src/text/index.ts';
import { kept, UNCLEAN } from './clean.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const OWN = new Set([
  'root',
  'heading',
  'paragraph',
  'text',
  'code',
  'list',
  'listItem',
  'strong',
  'blockquote',
  'break',
]);

/** Reads a Markdown report back: no node that we did not write, and every quotation as it stands in the views. */
export function expectMarkdown(text: string, { file }: Analysis): void {
  expect(text).not.toMatch(UNCLEAN);
  const tree = unified().use(remarkParse).parse(text) as Node;
  const quotes: string[] = [];
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    expect(OWN).toContain(node.type);
    if (node.type === 'blockquote') quotes.push(textOf(node));
    waiting.push(...(node.children ?? []));
  }
  const quoted = squeezed(quotes.join('\n'));
  for (const claim of file.claims) {
    const words = squeezed(kept(plainText(claim.text)));
    // Joined emoji are drawn as one plain sign, as in the views.
    if (!/[\u200d\ufe0f\u20e3]/u.test(claim.text)) expect(quoted).toContain(`“${words}”`);
  }
}

// Taking invisible characters away may leave a space more or less.
const squeezed = (text: string) => text.replace(/\s+/gu, '');

function textOf({ value, children }: Node): string {
  return value ?? (children ?? []).map(textOf).join('');
}
