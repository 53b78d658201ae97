import type { Analysis } from '../analysis/index.ts';
import { detailRows, forkRows, type Row, type RowTarget, rowsToText, summarySentence } from '../views/index.ts';
import { cleanText, oneLine } from './clean-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { markdownLine, markdownRows } from './markdown-rows.ts';

/** Wide enough that the views break no sentence of a usual length. */
const WIDE = 10_000;
const PICTURE = 100;

/**
 * A report in Markdown (CommonMark): the fork as the terminal shows it, then every crux, agreement, open claim and term in
 * full, with speaker, line and verbatim words, in the very rows of the views.
 */
export function writeMarkdown(analysis: Analysis): string {
  const { file } = analysis;
  const { title, source } = file.thread;
  const byReader = file.thread.reader.name !== 'rules';
  const parts = [
    `# ${escapeMarkdown(oneLine(title ?? '') || oneLine(source) || 'Thread')}`,
    escapeMarkdown(summarySentence(analysis)),
    fence(rowsToText(forkRows(analysis, { width: PICTURE }))),
    ...section(analysis, 'What it is about', targets('issue', file.issues)),
    ...section(analysis, byReader ? 'Where it forks' : 'Points of contention', targets('crux', file.cruxes)),
    ...section(analysis, 'Shared ground', targets('agreement', file.agreements)),
    ...section(analysis, 'Said by one side, no answer found', targets('unanswered', file.unanswered)),
    ...section(
      analysis,
      'Words with several senses',
      file.terms.map((_, at) => ({ kind: 'term', id: String(at) })),
    ),
    ...noticeSection(analysis),
    ...section(analysis, 'Everything said, post by post', targets('post', file.posts)),
  ];
  return cleanText(`${parts.join('\n\n')}\n`);
}

function targets(kind: RowTarget['kind'], items: readonly { readonly id: string }[]): readonly RowTarget[] {
  return items.map(({ id }) => ({ kind, id }));
}

function section(analysis: Analysis, title: string, items: readonly RowTarget[]): readonly string[] {
  const parts = items.flatMap((target) => {
    const [head, ...rest] = bodyOf(detailRows(analysis, target, { width: WIDE }));
    const body = markdownRows(rest);
    // A post that only says what is no claim has nothing to show.
    if (!head || (target.kind === 'post' && body === '')) return [];
    return [`### ${markdownLine(head)}`, ...(body === '' ? [] : [body])];
  });
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

/** The rows of a detail view without the foot that repeats how the thread was read. */
function bodyOf(rows: readonly Row[]): readonly Row[] {
  const foot = rows.findLastIndex(({ runs }) => runs.length === 0);
  return foot < 0 ? rows : rows.slice(0, foot);
}

function noticeSection({ file }: Analysis): readonly string[] {
  if (file.notices.length === 0) return [];
  const lines = file.notices.map(({ rule, post, text }) => {
    const where = post === null ? '' : `, post ${oneLine(post)}`;
    return `- ${escapeMarkdown(oneLine(text))} (${escapeMarkdown(oneLine(rule) + where)})`;
  });
  return ['## Guessed or lost', lines.join('\n')];
}

/** Rows as they stand, in a code fence longer than any run of backticks in them. */
function fence(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}text\n${text}${ticks}`;
}
