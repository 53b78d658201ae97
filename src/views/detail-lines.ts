import type { Claim, Move } from '../graph-file/index.ts';
import { sectionRule, toRows } from './lay-out.ts';
import { type Quotation, quoteClaim, quoteMove, quoteRuns } from './quotes.ts';
import type { Row, RowTarget, Run } from './row.ts';
import { run } from './runs.ts';
import type { Scene } from './scene.ts';
import { wrapRuns } from './wrap.ts';

const LABEL = 13;

/** ` name        value`, the value wrapped below itself; nothing for an empty value. */
export function fieldRows({ width, glyphs }: Scene, name: string, value: readonly Run[]): readonly Row[] {
  if (value.every(({ text }) => text.trim() === '')) return [];
  const runs = [run(` ${name}`.padEnd(LABEL), 'dim'), ...value];
  return toRows(wrapRuns(runs, width, { clip: glyphs.ellipsis, indent: LABEL }), null);
}

/** A section's heading, after an empty row. */
export function headingRows({ width, glyphs }: Scene, title: string): readonly Row[] {
  return toRows([[], sectionRule(title, width, glyphs)], null);
}

/** Somebody's words in full; the rows stand for `target`. */
export function wordsRows(scene: Scene, quotation: Quotation, target: RowTarget): readonly Row[] {
  const runs = [run('   '), ...quoteRuns(scene, quotation)];
  return toRows(wrapRuns(runs, scene.width, { clip: scene.glyphs.ellipsis, indent: 5 }), target);
}

/** A claim in full and where its labels come from. */
export function claimRows(scene: Scene, claim: Claim): readonly Row[] {
  const { glyphs } = scene;
  const target = { kind: 'claim', id: claim.id } as const;
  const facts = [
    claim.kind,
    `stance ${claim.stance}${claim.p === null ? '' : ` at ${Math.round(claim.p * 100)}%`}`,
    `rule ${scene.say(claim.rule)}`,
    `confidence ${claim.confidence.toFixed(2)}`,
    claim.grounding === 'exact' ? 'words exact' : 'words repaired',
  ];
  return [...wordsRows(scene, quoteClaim(claim), target), ...labelRows(scene, facts.join(` ${glyphs.dot} `), target)];
}

/** A move in full with the rule that found it. */
export function moveRows(scene: Scene, move: Move): readonly Row[] {
  const target = { kind: 'post', id: move.post } as const;
  const label = `${move.type} ${scene.glyphs.dot} rule ${scene.say(move.rule)} ${scene.glyphs.dot} confidence ${move.confidence.toFixed(2)}`;
  return [...wordsRows(scene, quoteMove(scene, move), target), ...labelRows(scene, label, target)];
}

function labelRows({ width, glyphs }: Scene, text: string, target: RowTarget): readonly Row[] {
  const runs = [run(`     label: ${text}`, 'dim')];
  return toRows(wrapRuns(runs, width, { clip: glyphs.ellipsis, indent: 7 }), target);
}
