import { describe, expect, it } from 'vitest';
import { openAnalysis } from '../../src/analysis/index.ts';
import { analyze } from '../../src/index.ts';
import { plainText } from '../../src/text/index.ts';
import { forkRows, type Row, rowsToText, summarySentence } from '../../src/views/index.ts';
import { buildGraphFile } from '../helpers/graph-file-builder.ts';
import { ferryAlone, ferryByModel, ferryByRules } from './ferry.ts';
import { ferryCamps } from './ferry-camps.ts';

const model = openAnalysis(ferryByModel());
const rules = openAnalysis(ferryByRules());

const textOf = ({ runs }: Row) => runs.map(({ text }) => text).join('');

describe('the fork view', () => {
  it.each([80, 100, 140, 200])('fits one screen of 40 rows at %i columns', (width) => {
    expect(forkRows(model, { width }).length).toBeLessThanOrEqual(40);
    expect(forkRows(rules, { width }).length).toBeLessThanOrEqual(40);
  });

  it('shows nobody words that are not in their own posts', () => {
    const text = rowsToText(forkRows(rules, { width: 79 })).replace(/\s+/g, ' ');
    const quotations = [...text.matchAll(/([AB])\? L\d+ (?:agrees )?“([^”]*)”/g)];
    expect(quotations.length).toBe(12);
    for (const [, speaker, words] of quotations) {
      const own = rules.file.posts.filter((post) => post.speaker === speaker).map((post) => plainText(post.text));
      expect(own.some((said) => said.includes(words!.replace(/…$/, '')))).toBe(true);
    }
  });

  it('closes every quotation that it opens, at any width', () => {
    const said =
      'I think that the winter boat should sail on every weekday until the pier is sound and the crew is paid for it.';
    const alone = buildGraphFile({
      posts: [{ by: 'Ada', text: said }],
      claims: [{ id: 'c1', post: 1, words: said, of: 'r' }],
      unanswered: [{ claim: 'c1' }],
    });
    for (let width = 60; width <= 130; width++) {
      const rows = forkRows(openAnalysis(alone), { width }).map(textOf);
      const [quoted] = rows.filter((row) => row.includes('“'));
      expect(quoted, String(width)).toMatch(/“I think .*”$/);
    }
  });

  it('says so where what is shared is a denial', () => {
    const both = buildGraphFile({
      reader: { name: 'llm', model: 'm', version: '1' },
      posts: [
        { by: 'Ada', text: 'The boat never sank.' },
        { by: 'Bo', text: 'It did not sink.' },
      ],
      claims: [
        { id: 'a', post: 1, words: 'The boat never sank.', of: 'sank', stance: 'reject' },
        { id: 'b', post: 2, words: 'It did not sink.', of: 'sank', stance: 'reject' },
      ],
      wordings: { sank: 'The boat sank on its way' },
      agreements: [{ proposition: 'sank', speakers: ['Ada', 'Bo'], claims: ['a', 'b'] }],
    });
    expect(rowsToText(forkRows(openAnalysis(both), { width: 100 }))).toMatch(
      /both deny: The boat sank on its way +Ada L1 +Bo L2/,
    );
  });

  it('puts a question over a point of contention, and no claim that its other side may grant', () => {
    const asked = (question: string) =>
      rowsToText(
        forkRows(
          openAnalysis(
            buildGraphFile({
              reader: { name: 'llm', model: 'm', version: '1' },
              posts: [
                { by: 'Ada', text: 'Nobody saw the boat sink.' },
                { by: 'Bo', text: 'It was found on the ground.' },
              ],
              claims: [
                { id: 'a', post: 1, words: 'Nobody saw the boat sink.', of: 'seen' },
                { id: 'b', post: 2, words: 'It was found on the ground.', of: 'found' },
              ],
              wordings: { seen: 'There was no witness' },
              cruxes: [
                { item: 'seen', kind: 'contention', score: null, closes: null, question, sides: [['a'], ['b']] },
              ],
            }),
          ),
          { width: 100 },
        ),
      );
    expect(asked('Did the boat sink?')).toContain('Did the boat sink?');
    expect(asked('There was no witness')).not.toContain('There was no witness');
  });

  it('never prints a figure for what was read by cues alone, even if the file holds one', () => {
    const file = ferryByRules();
    const cruxes = file.cruxes.map((crux) => ({
      ...crux,
      kind: 'double' as const,
      score: 0.77,
      closes: { A: { plain: 0.5, capped: 0.4 }, B: { plain: 0.5, capped: 0.4 } },
    }));
    const text = rowsToText(forkRows(openAnalysis({ ...file, cruxes }), { width: 100 }));
    expect(text).not.toMatch(/%|0\.77|\byes\b|\bno →/);
    expect(text).toContain('POINTS OF CONTENTION (offline: words and cues, no closure computed)');
  });

  it('says who named a contention as the crux, with the lines', () => {
    expect(rowsToText(forkRows(rules, { width: 100 }))).toContain('★1  named as the crux by A? L2, B? L6\n');
  });

  it('does not say that somebody named the crux who only said what would change their mind', () => {
    const text = 'I would change my mind if the pier were sound.';
    const graph = buildGraphFile({
      posts: [
        { by: 'Ada', text },
        { by: 'Bo', text: 'The pier is sound.' },
      ],
      claims: [
        { id: 'a', post: 1, of: 'mind', words: text },
        { id: 'b', post: 2, of: 'pier', words: 'The pier is sound.' },
      ],
      moves: [{ id: 'm', type: 'crux', post: 1, words: text }],
      cruxes: [{ item: 'mind', declared: true, moves: ['m'], sides: [['a'], ['b']] }],
    });
    expect(rowsToText(forkRows(openAnalysis(graph), { width: 80 }))).toContain('★1  called decisive by Ada L1\n');
  });

  it('says of a load-bearing point that an argument rests on it, not that the dispute turns on it', () => {
    const text = 'Sound wood is a load-bearing part of your argument.';
    const graph = buildGraphFile({
      posts: [
        { by: 'Ada', text },
        { by: 'Bo', text: 'The pier is sound.' },
      ],
      claims: [
        { id: 'a', post: 1, of: 'wood', words: text },
        { id: 'b', post: 2, of: 'pier', words: 'The pier is sound.' },
      ],
      moves: [{ id: 'm', type: 'crux', post: 1, words: text }],
      cruxes: [{ item: 'wood', declared: true, moves: ['m'], sides: [['a'], ['b']] }],
    });
    const moves = graph.moves.map((move) => ({ ...move, rule: 'load-bearing' }));
    const shown = rowsToText(forkRows(openAnalysis({ ...graph, moves }), { width: 80 }));
    expect(shown).toContain('★1  what an argument rests on: Ada L1\n');
  });

  it('shows the words of whoever agrees alone where it is not known which words they mean', () => {
    const graph = buildGraphFile({
      posts: [
        { by: 'Ada', text: 'The pier is old. The boat is new.' },
        { by: 'Bo', text: 'I agree that the harbour needs care.', answers: 1 },
      ],
      claims: [{ id: 'b', post: 2, of: 'harbour', words: 'I agree that the harbour needs care.' }],
      moves: [{ id: 'm', type: 'agree', post: 2, target: 'p1', words: 'I agree that the harbour needs care.' }],
      agreements: [{ proposition: 'harbour', speakers: ['Ada', 'Bo'], claims: ['b'], moves: ['m'] }],
    });
    expect(rowsToText(forkRows(openAnalysis(graph), { width: 100 }))).toContain(
      ' = Bo L2 agrees with Ada “I agree that the harbour needs care.”\n',
    );
  });

  it('marks speakers that are guessed with little confidence, and only these', () => {
    const sure = { ...ferryByRules(), speakers: ferryByRules().speakers.map((one) => ({ ...one, confidence: 0.6 })) };
    expect(rowsToText(forkRows(openAnalysis(sure), { width: 100 }))).toContain(
      '2 voices: A, B (inferred, confidence 0.60)',
    );
    expect(rowsToText(forkRows(rules, { width: 100 }))).toContain('2 voices: A?, B? (inferred, confidence 0.44)');
    expect(rowsToText(forkRows(model, { width: 100 }))).toContain('2 voices: Ada, Bo (as given)');
  });

  it('gives a closure as the range from the capped to the plain reading', () => {
    const text = rowsToText(forkRows(model, { width: 100 }));
    expect(text).toContain('Ada yes → if wrong, closes 34–85% of the gap');
    expect(text).toContain('Bo no → if wrong, closes 90% of the gap');
  });

  it('keeps each side in its column and tone', () => {
    for (const row of forkRows(rules, { width: 100 })) {
      const divider = textOf(row).indexOf('│');
      let at = 0;
      for (const { text, tone } of row.runs) {
        if (divider >= 0 && tone === 'side-a') expect(at).toBeLessThan(divider);
        if (divider >= 0 && tone === 'side-b') expect(at).toBeGreaterThan(divider);
        at += text.length;
      }
    }
  });

  it('stacks the sides below 80 columns', () => {
    expect(rowsToText(forkRows(rules, { width: 79 }))).not.toContain('│');
    expect(rowsToText(forkRows(rules, { width: 80 }))).toContain('│');
  });

  it('gives every row of a thing its target, so that all of it can be selected', () => {
    const kinds = forkRows(model, { width: 100 }).map(({ target }) => target && `${target.kind} ${target.id}`);
    expect([...new Set(kinds)]).toEqual([
      null,
      'issue i1',
      'agreement g1',
      'agreement g2',
      'agreement g3',
      'crux x1',
      'crux x2',
      'crux x3',
      'unanswered u1',
      'unanswered u2',
      'unanswered u3',
      'term 0',
      'notice 0',
    ]);
  });

  it('counts in the heading what its limits leave out', () => {
    const limits = { shared: 1, cruxes: 1, unanswered: 1 };
    const text = rowsToText(forkRows(model, { width: 100, limits }));
    expect(text).toMatch(/SHARED GROUND ═+ \+2 more/);
    expect(text).toMatch(/THE FORK ═+ \+2 more/);
    expect(text).toMatch(/NO REPLY TIED TO IT ═+ would move · \+3 more/);
    expect(rowsToText(forkRows(model, { width: 100, limits: { unanswered: 9 } }))).not.toMatch(/\+\d+ more/);
  });

  it('shows of a pair only where these two meet and part', () => {
    const camps = openAnalysis(ferryCamps());
    const text = rowsToText(forkRows(camps, { width: 100, pair: ['Cy', 'Dee'] }));
    expect(text).toContain('Cy #8 “The pier was repaired last year');
    expect(text).not.toContain('Ada #6');
    expect(text).toMatch(/SHARED GROUND ═+ none found/);
    expect(rowsToText(forkRows(camps, { width: 100, pair: ['Ada', 'Bo'] }))).toContain('= The boat is old');
  });

  it('says plainly that one voice leaves nothing to compare, and lists what stays open', () => {
    const text = rowsToText(forkRows(openAnalysis(ferryAlone()), { width: 80 }));
    expect(text).toContain('one voice: nothing to compare');
    expect(text).toContain('OPEN CLAIMS AND QUESTIONS');
    expect(text).not.toMatch(/FORK|CONTENTION|SHARED/);
  });

  it('says of an empty thread that it is empty', () => {
    const text = rowsToText(forkRows(openAnalysis(buildGraphFile({ posts: [] })), { width: 80 }));
    expect(text).toContain('0 posts, 0 voices');
    expect(text).toContain('no posts: nothing to compare');
  });

  it('tells near views from a gap', () => {
    const file = ferryByModel();
    const near = {
      ...file.issues[0]!,
      gap: 0.2,
      sides: file.issues[0]!.sides.map((side) => ({ ...side, value: 0.8 })),
    };
    expect(rowsToText(forkRows(openAnalysis({ ...file, issues: [near] }), { width: 100 }))).toContain(
      'gap 0.20: no gap on this issue',
    );
  });

  it('never shows the speaker of quoted words as rejecting them', () => {
    const graph = openAnalysis(
      buildGraphFile({
        posts: [
          { by: 'Ada', text: 'I do not think that the pier is sound.' },
          { by: 'Bo', text: 'The pier is sound.' },
        ],
        claims: [
          { id: 'a', post: 1, of: 'pier', stance: 'reject', words: 'I do not think that the pier is sound.' },
          { id: 'b', post: 2, of: 'pier', words: 'The pier is sound.' },
        ],
        issues: [
          {
            proposition: 'pier',
            gap: 1.6,
            sides: [
              { speaker: 'Ada', camp: null, value: -0.8 },
              { speaker: 'Bo', camp: null, value: 0.8 },
            ],
          },
        ],
      }),
    );
    const text = rowsToText(forkRows(graph, { width: 100 }));
    expect(text).toContain('Ada L1 “I do not think that the pier is sound.”');
    expect(text).toMatch(/Ada yes \+0\.80.*−0\.80 no Bo/);
  });

  it('draws with ASCII alone where it is told to', () => {
    for (const row of forkRows(model, { width: 100, glyphs: 'ascii' })) expect(textOf(row)).toMatch(/^[\x20-\x7e]*$/);
    for (const row of forkRows(rules, { width: 60, glyphs: 'ascii' })) expect(textOf(row)).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('a crux that somebody declares and nobody is found to speak against', () => {
  const talk = [
    'Ann: The ferry should run in winter, whatever the county says.',
    'Bo: Lovely pictures of the quay.',
    'Cy: I have to leave early today.',
    "Bo: Show me one passenger who pays in January and I'll drop my petition.",
    'Cy: Bye then.',
  ].join('\n\n');

  it('is not shown where it is doubtful who speaks, for then it is doubtful who answers', async () => {
    const read = await analyze(talk, { name: 'ferry.txt' });
    const guessed = (confidence: number) => {
      const speakers = read.file.speakers.map((speaker) => ({ ...speaker, given: false, confidence }));
      return rowsToText(forkRows(openAnalysis({ ...read.file, speakers }), { width: 100 }));
    };
    expect(guessed(0.6)).toContain('TIED TO NO POINT ABOVE');
    expect(guessed(0.4)).not.toContain('TIED TO NO POINT ABOVE');
  });

  it('is shown with its own words, and no other side is made up', async () => {
    const text = rowsToText(forkRows(await analyze(talk, { name: 'ferry.txt' }), { width: 100 }));
    expect(text).toContain('POINTS OF CONTENTION (offline: words and cues) ');
    expect(text).toContain('DECLARED TO DECIDE, TIED TO NO POINT ABOVE');
    expect(text).toContain(
      "★ Bo L7 says what would change a mind “Show me one passenger who pays in January and I'll drop my\n   petition.”",
    );
  });

  it('is named in the sentence that a pipe gets first', async () => {
    expect(summarySentence(await analyze(talk, { name: 'ferry.txt' }))).toBe(
      'No point of contention found by cues; 0 agreements found; 1 declared to decide without the other side.',
    );
  });
});
