import type { Analysis } from '../../analysis/index.ts';
import { cleanText } from '../clean-text.ts';
import { nameOf } from '../speech.ts';
import type { Locution } from './locutions.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The posts as HTML, `<span class="highlighted" id="node">` around the words of each locution. Spans nest; where two only
 * overlap, the later one is marked from where the first ends (its exact place is in `locutions`).
 */
export function markText(analysis: Analysis, places: readonly Locution[]): string {
  const byPost = Map.groupBy(places, ({ post }) => post);
  return analysis.file.posts
    .map(({ id, speaker, text }) => {
      const marked = markPost(text, byPost.get(id) ?? []);
      return `${escapeHtml(nameOf(analysis, speaker))}: ${marked}<br><br>`;
    })
    .join('');
}

function markPost(text: string, places: readonly Locution[]): string {
  const ordered = places.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const open: number[] = [];
  let html = '';
  let at = 0;
  const copy = (to: number) => {
    html += escapeHtml(text.slice(at, to));
    at = Math.max(at, to);
  };
  const closeUpTo = (place: number) => {
    while (open.length > 0 && open.at(-1)! <= place) {
      copy(open.pop()!);
      html += '</span>';
    }
  };
  for (const { node, start, end } of ordered) {
    closeUpTo(start);
    const inner = open.at(-1) ?? Number.POSITIVE_INFINITY;
    if (end > inner) closeUpTo(Math.max(...open.filter((one) => one < end)));
    copy(Math.max(start, at));
    html += `<span class="highlighted" id="${node}">`;
    open.push(end);
  }
  closeUpTo(Number.POSITIVE_INFINITY);
  copy(text.length);
  return html;
}

function escapeHtml(text: string): string {
  return cleanText(text)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replaceAll('\n', '<br>');
}
