// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { UsageError } from '../../src/errors/index.ts';
import { exportAnalysis, narrowAnalysis, parseOnly } from '../../src/export/index.ts';
import { checkGraphFile, parseGraphFile } from '../../src/graph-file/index.ts';
import { libraryDispute } from '../helpers/library-dispute.ts';
import { expectXaif } from './aif-back.ts';
import { expectArgdown } from './argdown-back.ts';
import { expectCsv } from './csv-back.ts';
import { expectGraphml } from './network-back.ts';

const analysis = openAnalysis(libraryDispute());
const cut = (only: string) => narrowAnalysis(analysis, only).file;
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

function faultOf(only: string): string {
  try {
    parseOnly(only);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.hint}`;
  }
  return 'no fault';
}

describe('a filter', () => {
  it('picks claims by speaker, id or name, whatever the case', () => {
    expect(ids(cut('speaker:ines stance:assert -is:unanswered').claims)).toContain('c11');
    expect(cut('speaker:Ines id:c11').claims).toHaveLength(1);
    expect(cut('speaker:"nadia okafor" id:c9').claims).toHaveLength(1);
    expect(cut('speaker:Nobody').claims).toEqual([]);
  });

  it('joins conditions by and, values by or, and turns them round by a minus', () => {
    expect(ids(cut('post:4,5 kind:fact -stance:unsure').claims)).toEqual(['c11', 'c14']);
    expect(ids(cut('post:p4 -kind:policy').claims)).toEqual(['c11']);
  });

  it('finds exact words without regard to case, markup and punctuation', () => {
    expect(ids(cut('"returns WENT up"').claims)).toEqual(['c9']);
    expect(ids(cut('copies -"per copy"').claims)).toEqual(['c11']);
    expect(ids(cut('-copies returns').claims)).toEqual(['c9', 'c14']);
  });

  it('compares numbers, and a claim without the number never fits', () => {
    expect(ids(cut('score:>0.5').cruxes)).toEqual(['x1']);
    expect(ids(cut('score:<=0.1').cruxes)).toEqual(['x2']);
    expect(ids(cut('rank:1..2').cruxes)).toEqual(['x1', 'x2']);
    expect(ids(cut('line:8 kind:fact').claims)).toEqual(['c11']);
    expect(cut('p:>=0').claims).toEqual([]);
  });

  it('looks at a claim together with each crux that cites it, so another crux of that claim stays out', () => {
    const shared = structuredClone(libraryDispute());
    const second = { ...shared.cruxes[0]!, id: 'x3', rank: 3, score: 0.2 };
    const both = openAnalysis({ ...shared, cruxes: [...shared.cruxes, second] });
    expect(ids(narrowAnalysis(both, 'score:>0.5').file.cruxes)).toEqual(['x1']);
  });

  it('keeps both sides of a crux, its issue and the relations between what is kept', () => {
    const file = cut('speaker:Tom crux:double');
    expect(ids(file.cruxes)).toEqual(['x1']);
    expect(ids(file.claims)).toEqual(expect.arrayContaining(['c7', 'c8', 'c1', 'c6']));
    expect(ids(file.issues)).toEqual(['i1']);
    expect(ids(file.relations)).toEqual(['r3']);
    expect(ids(file.posts)).toEqual(ids(analysis.file.posts));
  });

  it('knows what the analysis made of a claim', () => {
    expect(ids(cut('is:unanswered').unanswered)).toEqual(['u1']);
    expect(ids(cut('is:agreement agreement:full').agreements)).toEqual(['g1']);
    expect(ids(cut('is:declared').cruxes)).toEqual(['x1']);
    expect(ids(cut('is:issue kind:policy stance:reject').claims)).toEqual(['c6']);
  });

  it.each([
    ['', '--only: the filter is empty'],
    ['   ', '--only: the filter is empty'],
    ['speeker:A', '--only: unknown key speeker (column 1) Keys: speaker, stance, kind,'],
    ['speaker:A stance:asert', '--only: stance: knows no asert (column 18) stance: assert, hedge,'],
    ['score:high', '--only: score: needs one number (column 7) Write score:0.5, score:>0.5,'],
    ['rank:1,2', '--only: rank: needs one number (column 6)'],
    ['"no end', '--only: a quotation mark is not closed (column 1)'],
    ['speaker:A ""', '--only: there are no words between the quotation marks (column 11)'],
    ['speaker:', '--only: a value is missing (column 9)'],
    ['speaker:A,', '--only: a value is missing (column 11)'],
    ['A - B', '--only: a minus stands before nothing (column 3)'],
    [':x', '--only: unknown key (none) (column 1)'],
  ])('that cannot be read says what is wrong and where: %j', (only, fault) => {
    expect(faultOf(only)).toContain(fault);
  });

  it('of any signs is read or refused with a UsageError, never more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (only) => {
        expect(faultOf(only)).toMatch(/^--only: |^no fault$/);
      }),
    );
  });
});

describe('--only cruxes and --only agreements', () => {
  it('keep what the cruxes stand on and nothing else', () => {
    const file = cut('cruxes');
    expect(ids(file.cruxes)).toEqual(['x1', 'x2']);
    expect(file.agreements).toEqual([]);
    expect(file.unanswered).toEqual([]);
    expect(ids(file.propositions).sort()).toEqual(['drop', 'months', 'reminder']);
    expect(ids(file.relations)).toEqual(['r3', 'r7']);
    expect(ids(file.moves)).toEqual(['m2']);
  });

  it('keep agreements with their hinges, claims and moves', () => {
    const file = cut('agreements');
    expect(ids(file.agreements)).toEqual(['g1', 'g2']);
    expect(file.cruxes).toEqual([]);
    expect(file.issues).toEqual([]);
    expect(ids(file.propositions).sort()).toEqual(['blocked', 'drop', 'reminder']);
    expect(ids(file.moves)).toEqual(['m1', 'm4']);
  });
});

describe('whatever a filter leaves', () => {
  const piece = fc.constantFrom(
    ...[
      'speaker:Tom',
      '-speaker:Tom',
      'stance:assert',
      'kind:policy',
      '-kind:fact',
      'score:>0.5',
      '-score:>0.5',
      'is:crux',
    ],
    ...[
      'crux:bearing',
      'agreement:any',
      'is:unanswered',
      'post:1,2,3',
      'fees',
      '"a coin"',
      'line:1..5',
      'id:c11',
      'id:c14',
    ],
  );
  const only = fc.oneof(
    { weight: 5, arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' ')) },
    { weight: 1, arbitrary: fc.constantFrom('cruxes', 'agreements') },
  );

  it('is a sound graph file and is read back from other formats', async () => {
    const property = fc.asyncProperty(only, async (filter) => {
      const left = narrowAnalysis(analysis, filter);
      expect(checkGraphFile(left.file)).toEqual([]);
      const text = async (format: string) => (await exportAnalysis(analysis, format, { only: filter }))[0]!.text;
      expect(parseGraphFile(await text('json'), 'cut').claims).toEqual(left.file.claims);
      expectArgdown(await text('argdown'), left);
      expectXaif(await text('xaif'), left);
      expectGraphml(await text('graphml'), left);
      expectCsv(await exportAnalysis(analysis, 'csv', { only: filter }), left);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('is the same when filtered once more', () => {
    fc.assert(
      fc.property(fc.constantFrom('cruxes', 'agreements'), (filter) => {
        const once = narrowAnalysis(analysis, filter);
        expect(narrowAnalysis(once, filter).file).toEqual(once.file);
      }),
    );
  });
});
