const MAX_TROUBLE = 64;
const MAX_TAG = 4096;
const UNNESTED = new Set(['p', 'br', 'hr', 'img', 'input', 'wbr']);

/**
 * Whether HTML is tame enough for a tree parser that recurses: at most 64 elements open at once or closed out of order,
 * no tag longer than 4096 characters. Linear; `p` counts as closing itself.
 */
export function isTameHtml(html: string): boolean {
  const open: string[] = [];
  let disorder = 0;
  for (let from = html.indexOf('<'); from >= 0; from = html.indexOf('<', from + 1)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(from, from + 40));
    if (!tag) continue;
    const end = html.indexOf('>', from);
    if (end < 0 || end - from > MAX_TAG) return false;
    const name = tag[2]!.toLowerCase();
    if (UNNESTED.has(name)) continue;
    if (tag[1] === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else disorder += 1;
    if (open.length + disorder > MAX_TROUBLE) return false;
  }
  return true;
}

/** HTML with every tag replaced by a blank; character references stay as they are. Linear. */
export function dropTags(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const open = html.indexOf('<', from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) break;
    kept.push(html.slice(from, open));
    from = close + 1;
  }
  return `${kept.join(' ')} ${html.slice(from).replaceAll('<', '&lt;')}`.trim();
}
