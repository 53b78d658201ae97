import { describe, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import {
  detailRows,
  forkRows,
  ladderRows,
  matrixRows,
  type RowTarget,
  rowsToText,
  sourceRows,
} from '../../src/views/index.ts';
import { ferryAlone, ferryApart, ferryByModel, ferryByRules } from './ferry.ts';
import { ferryCamps } from './ferry-camps.ts';
import { expectGolden } from './goldens.ts';

const model = openAnalysis(ferryByModel());
const rules = openAnalysis(ferryByRules());
const camps = openAnalysis(ferryCamps());

describe('the views as text', () => {
  it.each([60, 80, 100, 140, 200])('draws the fork at %i columns', (width) => {
    expectGolden(`fork-model-${width}`, rowsToText(forkRows(model, { width })));
    expectGolden(`fork-rules-${width}`, rowsToText(forkRows(rules, { width })));
  });

  it('draws the fork of camps, of one voice and of voices that never meet', () => {
    expectGolden('fork-camps-100', rowsToText(forkRows(camps, { width: 100 })));
    expectGolden('fork-alone-80', rowsToText(forkRows(openAnalysis(ferryAlone()), { width: 80 })));
    expectGolden('fork-apart-80', rowsToText(forkRows(openAnalysis(ferryApart()), { width: 80 })));
  });

  it('draws the fork in ASCII', () => {
    expectGolden('fork-model-80-ascii', rowsToText(forkRows(model, { width: 80, glyphs: 'ascii' })));
    expectGolden('fork-rules-80-ascii', rowsToText(forkRows(rules, { width: 80, glyphs: 'ascii' })));
  });

  it.each([60, 100, 140])('draws the ladder at %i columns', (width) => {
    expectGolden(`ladder-model-${width}`, rowsToText(ladderRows(model, { width })));
    expectGolden(`ladder-rules-${width}`, rowsToText(ladderRows(rules, { width })));
  });

  it.each([60, 100])('draws the matrix at %i columns', (width) => {
    expectGolden(`matrix-model-${width}`, rowsToText(matrixRows(model, { width })));
    expectGolden(`matrix-rules-${width}`, rowsToText(matrixRows(rules, { width })));
    expectGolden(`matrix-camps-${width}`, rowsToText(matrixRows(camps, { width })));
  });

  it.each([60, 100])('draws the thread at %i columns', (width) => {
    expectGolden(`source-rules-${width}`, rowsToText(sourceRows(rules, { width })));
  });

  it.each([60, 100])('draws the details at %i columns', (width) => {
    const all: readonly RowTarget[] = [
      { kind: 'crux', id: 'x1' },
      { kind: 'crux', id: 'x2' },
      { kind: 'crux', id: 'x3' },
      { kind: 'agreement', id: 'g2' },
      { kind: 'agreement', id: 'g3' },
      { kind: 'unanswered', id: 'u1' },
      { kind: 'issue', id: 'i1' },
      { kind: 'term', id: '0' },
      { kind: 'claim', id: 'c5' },
      { kind: 'post', id: 'p2' },
      { kind: 'notice', id: '0' },
    ];
    const text = all.map(
      (target) => `${target.kind} ${target.id}\n${rowsToText(detailRows(model, target, { width }))}`,
    );
    expectGolden(`detail-model-${width}`, text.join('\n'));
    expectGolden(`detail-rules-${width}`, rowsToText(detailRows(rules, { kind: 'crux', id: 'x1' }, { width })));
  });
});
