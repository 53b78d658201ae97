import type { Analysis } from '../analysis/index.ts';
import { displayText } from './display-text.ts';
import { type GlyphSet, type Glyphs, glyphsOf } from './glyphs.ts';
import { isUnknown, labelSpeakers } from './labels.ts';
import { chooseSides, type Pair, type Sides } from './sides.ts';

/** How a view is to be drawn. `pair`: two speakers' ids, to see only where these two part. */
export interface ViewOptions {
  readonly width: number;
  readonly glyphs?: GlyphSet;
  readonly pair?: Pair;
}

/** What every part of a view needs to draw itself. */
export interface Scene {
  readonly analysis: Analysis;
  readonly width: number;
  readonly glyphs: Glyphs;
  readonly pair: Pair | null;
  readonly sides: Sides;
  readonly labels: ReadonlyMap<string, string>;
  /** Ids of those who wrote a post. */
  readonly voices: readonly string[];
  /** No post says who wrote it: one unknown speaker stands for nobody knows how many. */
  readonly nameless: boolean;
  /** The labels come from cues and words alone: nothing may be shown that is not verbatim or certain from structure. */
  readonly offline: boolean;
  /** Below 80 columns the two sides stand one below the other. */
  readonly narrow: boolean;
  /** Words of the thread as one line safe to print. */
  say(text: string): string;
  labelOf(speaker: string): string;
}

/** Prepares an analysis for drawing at a width. */
export function setScene(analysis: Analysis, options: ViewOptions): Scene {
  const glyphs = glyphsOf(options.glyphs ?? 'unicode');
  const width = Math.max(1, Math.floor(options.width));
  const pair = options.pair ?? null;
  const say = (text: string) => displayText(text, glyphs.picture);
  const { file } = analysis;
  const labels = labelSpeakers(file.speakers, width < 80 ? 10 : 14, say, glyphs.ellipsis);
  const voices = [...new Set(file.posts.map(({ speaker }) => speaker))];
  const only = voices.length === 1 ? analysis.speakers.get(voices[0]!) : undefined;
  return {
    analysis,
    width,
    glyphs,
    pair,
    sides: chooseSides(analysis, pair),
    labels,
    voices,
    nameless: only !== undefined && isUnknown(only),
    offline: file.thread.reader.name === 'rules',
    narrow: width < 80,
    say,
    labelOf: (speaker) => labels.get(speaker) ?? say(speaker),
  };
}
