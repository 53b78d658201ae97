import { looksLikeForumPage } from './forum-page.ts';
import { looksLikeHackerNews } from './hackernews.ts';
import { looksLikeKialo } from './kialo.ts';
import { looksLikeMarkdown } from './markdown.ts';
import type { Format } from './raw-thread.ts';
import { looksLikeReddit } from './reddit.ts';
import { looksLikeTranscript } from './transcript.ts';

/** A format that an input may have. `confidence` is 0..1; `why` is what speaks for it, as the end of a sentence. */
export interface FormatGuess {
  readonly format: Format;
  readonly confidence: number;
  readonly why: string;
}

const HEAD = 65_536;
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[{"[\]])/;

const FLAT: readonly [Format, (text: string, name: string) => number, string][] = [
  ['kialo', looksLikeKialo, 'numbered claims with Pro and Con'],
  ['forum-page', looksLikeForumPage, 'comment headers of a forum page such as `[-]Name3d52`'],
  ['transcript', looksLikeTranscript, 'lines that start with the name of a speaker'],
  ['markdown', looksLikeMarkdown, 'Markdown with comments, headings or quotes'],
];

/** The most likely format of a decoded text; `name` is the file's name. Looks at the start of the text only. */
export function detectFormat(text: string, name: string): FormatGuess {
  return rankFormats(text, name)[0]!;
}

/** All formats that the text may have, likeliest first; at least one. */
export function rankFormats(text: string, name: string): readonly FormatGuess[] {
  const guesses = isJson(text) ? guessJson(text, name) : guessFlat(text, name);
  return guesses.filter(({ confidence }) => confidence > 0).sort((a, b) => b.confidence - a.confidence);
}

/** Whether a text starts as JSON does. */
export function isJson(text: string): boolean {
  return JSON_START.test(text.slice(0, HEAD));
}

function guessJson(text: string, name: string): FormatGuess[] {
  const crux = /"schema"\s*:\s*"cruxgraph\//.test(text) ? 1 : 0;
  return [
    { format: 'crux-json', confidence: crux, why: 'a crux graph written by this program' },
    { format: 'reddit-json', confidence: looksLikeReddit(text, name) * (1 - crux), why: 'JSON of a Reddit thread' },
    {
      format: 'hackernews-json',
      confidence: looksLikeHackerNews(text, name) * (1 - crux),
      why: 'JSON of a Hacker News thread',
    },
    { format: 'text', confidence: 0.05, why: 'JSON of no known discussion' },
  ];
}

function guessFlat(text: string, name: string): FormatGuess[] {
  const marked = FLAT.map(([format, looksLike, why]) => ({ format, confidence: looksLike(text, name), why }));
  const rival = Math.max(...marked.filter(({ format }) => format !== 'markdown').map(({ confidence }) => confidence));
  return [...marked, { format: 'text', confidence: 0.6 - rival / 2, why: 'paragraphs that nobody signs' }];
}
