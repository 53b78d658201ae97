import type { Analysis } from '../analysis/index.ts';
import { stripForTerminal } from '../text/index.ts';
import {
  detailRows,
  forkRows,
  type GlyphSet,
  ladderRows,
  matrixRows,
  type Pair,
  type Row,
  sourceRows,
} from '../views/index.ts';
import { helpRows } from './help-rows.ts';
import { layPage, type Page } from './page.ts';
import { pairsOf } from './pairs.ts';
import type { Book, Layout, Subject } from './state.ts';

/** Pages kept: enough for going back and forth, few enough for views of many thousand rows. */
const KEPT = 8;

/** The views of an analysis as pages; those last used are kept. `asked`: the pair of speakers to begin with. */
export function bindBook(analysis: Analysis, glyphs: GlyphSet, asked: Pair | null = null): Book {
  const kept = new Map<string, Page>();
  const pairs = pairsOf(analysis, asked);
  return {
    firstPair: asked && pairs.length > 0 ? 0 : null,
    pairs: pairs.map((pair) => pair.map((id) => shortName(analysis.speakers.get(id)?.name ?? id)).join('/')),
    open: ({ view, target }, layout) => {
      const key = JSON.stringify([view, target, layout]);
      const page = kept.get(key) ?? layPage(rowsOf({ view, target }, layout), view === 'detail' ? target : null);
      kept.delete(key);
      kept.set(key, page);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return page;
    },
  };

  function rowsOf({ view, target }: Subject, { columns: width, full, pair: index }: Layout): readonly Row[] {
    const pair = index === null ? undefined : pairs[index];
    const options = { width, glyphs, ...(pair ? { pair } : {}) };
    switch (view) {
      case 'fork':
        return forkRows(analysis, { ...options, ...(full ? { limits: EVERYTHING } : {}) });
      case 'ladder':
        return ladderRows(analysis, options);
      case 'matrix':
        return matrixRows(analysis, options);
      case 'source':
        return sourceRows(analysis, { ...options, ...(target ? { highlight: target } : {}) });
      case 'detail':
        return target ? detailRows(analysis, target, options) : [];
      case 'help':
        return helpRows({ width, ascii: glyphs === 'ascii' });
    }
  }
}

const MANY = Number.POSITIVE_INFINITY;
const EVERYTHING = { shared: MANY, cruxes: MANY, unanswered: MANY, terms: MANY, notices: MANY };

/** A speaker's name for the bottom line: safe to print, a dozen characters at most. */
function shortName(name: string): string {
  return [...stripForTerminal(name).replace(/\s+/g, ' ').trim()].slice(0, 12).join('');
}
