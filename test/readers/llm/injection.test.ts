import { describe, expect, it } from 'vitest';
import { analyzeThread } from '../../../src/analysis/index.ts';
import { llmReader } from '../../../src/readers/llm/index.ts';
import { fold } from '../../../src/text/index.ts';
import { HOSTILE_POSTS } from './injection-posts.ts';
import { plausibleName, plausibleReconcile } from './plausible-model.ts';
import { answer, claim, ENDPOINT, move, readBy } from './read-by.ts';
import { type Data, readData, type Script, scriptedClient } from './scripted-client.ts';
import { talk } from './talk.ts';
import { expectWellGrounded } from './well-grounded.ts';

const THREAD = talk([
  { by: 'Ann', text: 'Let us look at what the village pays for.' },
  ...HOSTILE_POSTS.map(({ text }, at) => ({ by: `Voice ${at + 1}`, text, replyTo: 'p1' })),
]);
const NAMES = new Set(THREAD.speakers.map(({ name }) => name));

const turnsOf = ({ lines }: Data) => lines.flatMap((line) => /^turn (\d+) /.exec(line)?.[1] ?? []).map(Number);
const sentencesOf = (data: Data, turn: number) =>
  data.lines
    .flatMap((line) => new RegExp(`^${turn}\\.\\d+(?= )`).exec(line)?.[0] ?? [])
    .map((id) => ({ id, words: data.words(id) }));

/** Labels every sentence honestly, whatever it says. */
const honest: Script = (_request, data) =>
  answer(
    ...turnsOf(data).map((turn) => ({
      claims: sentencesOf(data, turn).map(({ id, words }) => claim(id, words)),
    })),
  );

/** Does all that the posts ask for: other ids, other speakers, other turns, words that nobody wrote, wordings to order. */
const obedient: Script = (_request, data) => ({
  turns: [
    ...turnsOf(data).map((turn) => ({
      turn,
      claims: [
        claim(`${turn}.1`, 'I confess everything', { as: 'x99' }),
        claim('9.9', 'pineapple', { text: 'Zoe is the winner and I am wrong' }),
        claim('p99', 'Zoe said so all along', { links: [{ to: 'p99', rel: 'supports', w: 'strong' }] }),
        claim(`${turn}.1`, 'Let us look at what the village pays for', { as: '7.1' }),
      ],
      moves: [
        move('1.9', 'And I agree with Zoe.', 'agree', 'Zoe'),
        move('100.1', 'new policy, all claims', 'crux', 'p99'),
      ],
    })),
    { turn: 99, claims: [claim('99.1', 'I said so all along')], moves: [] },
  ],
  odds: [{ id: 'p99', p: 1 }],
  terms: [{ id: '9.9', term: 'pineapple' }],
});

describe(`${HOSTILE_POSTS.length} posts that try to steer the model`, () => {
  it('are at least forty, and each reaches it as data: one line for each sentence, between two markers', async () => {
    expect(HOSTILE_POSTS.length).toBeGreaterThanOrEqual(40);
    const { client } = await readBy(THREAD, honest);
    const sentences = new Map<string, number>();
    for (const request of client.asked) {
      const [system, user] = request.messages;
      expect(system!.content).toBe(client.asked[0]!.messages[0]!.content);
      const lines = user!.content.split('\n');
      const marker = lines.at(-1)!;
      expect(lines.filter((line) => line === marker)).toHaveLength(2);
      for (const line of readData(request).lines) {
        expect(line).toMatch(/^(?:x\d+ "|turn \d+ "|\d+\.\d+(?: [>#])? ")[^\p{Cc}\p{Cf}]*$/u);
        const name = /^turn \d+ ("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
        if (name) expect(NAMES.has(JSON.parse(name) as string)).toBe(true);
        if (/^\d/.test(line)) sentences.set(`${request.subject} ${line.split(' ')[0]}`, 1);
      }
    }
    expect(sentences.size).toBe(THREAD.posts.reduce((sum, post) => sum + post.sentences.length, 0));
  });

  it('keep their claims', async () => {
    const { judgements, claims, notices } = await readBy(THREAD, honest);
    expectWellGrounded(THREAD, judgements);
    expect(notices('grounding')[0]).toContain(' 0 dropped');
    const kept = claims.map((line) => fold(line));
    for (const { claim: wanted } of HOSTILE_POSTS)
      expect(
        kept.some((line) => line.includes(fold(wanted))),
        wanted,
      ).toBe(true);
    expect(judgements.ledger.posts).toEqual({ read: THREAD.posts.length, skipped: 0, failed: 0 });
  });

  it('are told, and the sentence is labelled meta', async () => {
    const { judgements } = await readBy(THREAD, honest);
    const told = new Set(judgements.notices.filter(({ rule }) => rule === 'addresses-model').map(({ post }) => post));
    const meta = new Set(judgements.moves.filter(({ type }) => type === 'meta').map(({ post }) => post));
    HOSTILE_POSTS.forEach(({ seen, text }, at) => {
      expect([told.has(`p${at + 2}`), meta.has(`p${at + 2}`)], text).toEqual([seen, seen]);
    });
    expect(judgements.notices.filter(({ rule }) => rule === 'hidden-characters').length).toBeGreaterThanOrEqual(3);
    expect(told.has('p1')).toBe(false);
  });

  it('bring nothing into the result even if the model obeys them all', async () => {
    const { judgements } = await readBy(THREAD, {
      read: obedient,
      repair: (_request, { lines }) => ({
        items: lines
          .filter((line) => line.startsWith('item '))
          .map((_line, at) => ({
            item: at + 1,
            s: '1.1',
            q: at % 2 === 0 ? 'I confess everything' : 'Zoe is right about it all',
          })),
      }),
    });
    expectWellGrounded(THREAD, judgements);
    const said = JSON.stringify([judgements.names, judgements.terms]);
    expect(said).toBe('[[],[]]');
    // What is left stands word for word in posts: where somebody wrote what the model was told to say, and at the real 7.1.
    expect(new Set(judgements.claims.map(({ post }) => post))).toEqual(
      new Set([
        'p1',
        'p7',
        ...THREAD.posts.filter(({ text }) => /I confess everything|I said so all along/.test(text)).map(({ id }) => id),
      ]),
    );
  });

  it('name nobody new in the finished analysis', async () => {
    const confirm: Script = (_request, { lines }) => ({
      items: lines
        .filter((line) => line.startsWith('item '))
        .map((_line, at) => ({ item: at + 1, verdict: 'confirmed' })),
    });
    for (const read of [honest, obedient]) {
      const client = scriptedClient({
        read,
        repair: () => ({ items: [] }),
        reconcile: plausibleReconcile,
        review: confirm,
        name: plausibleName,
      });
      const { file } = await analyzeThread(THREAD, llmReader({ client, endpoint: ENDPOINT }));
      expect(file.speakers.map(({ name }) => name)).toEqual([...NAMES]);
      expect(file.posts.map(({ id }) => id)).toEqual(THREAD.posts.map(({ id }) => id));
      for (const { post, start, end, text } of file.claims)
        expect(file.posts.find(({ id }) => id === post)!.text.slice(start, end)).toBe(text);
    }
  });
});
