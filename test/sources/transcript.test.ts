import { describe, expect, it } from 'vitest';
import { looksLikeTranscript, readTranscript } from '../../src/sources/transcript.ts';
import { readFixture } from './read-fixture.ts';
import { showPosts } from './show-posts.ts';

const read = (text: string) => readTranscript(text, 'talk.txt');
const authors = (text: string) => read(text).posts.map(({ author }) => author);

describe('readTranscript', () => {
  it('reads bold names with headings between turns, quoted turns and an opening by nobody', () => {
    const thread = read(readFixture('transcript-bold.md'));
    expect(thread.title).toBe('12 - Tool shelves');
    expect(showPosts(thread)).toEqual([
      [
        null,
        'paragraph: We talk about lending tools.',
        'paragraph: Topics we discuss:',
        'furniture: - [Liability](#liability)\n- [Drills](#drills)',
      ],
      ['Mora Lind', 'paragraph: Welcome. Note: this was recorded in May.'],
      [
        'Kees Vos',
        'paragraph: Thanks. Who pays?',
        'quote: > **Mora Lind:**\n> Liability is the expensive part.',
        'paragraph: I read that twice.',
        'paragraph: **Addendum from Kees:** the insurer has answered since.',
      ],
      ['Mora Lind', 'paragraph: The town does: always.'],
      ['Kees Vos', 'paragraph: Then lend drills only.'],
    ]);
    expect(thread.posts[2]!.time).toBe('00:01:14');
    expect(thread.posts[2]!.blocks[1]!.of).toEqual({ author: 'Mora Lind', key: null });
  });

  it('reads names before a colon over several lines, with brackets behind the name', () => {
    expect(showPosts(read('Ada: I think so.\nIt rains.\nBen (he/him): I doubt it.\n\nAda: Why?'))).toEqual([
      ['Ada', 'paragraph: I think so.', 'paragraph: It rains.'],
      ['Ben', 'paragraph: I doubt it.'],
      ['Ada', 'paragraph: Why?'],
    ]);
  });

  it('reads chats and leaves out who came and went', () => {
    const thread = read(
      '[12:03] <ada> it rains\n[12:04] *** cy has joined\nand pours\n[12:05] <ben> no\n[12:06] * ada sighs',
    );
    expect(thread.posts.map(({ author, time, text }) => [author, time, text])).toEqual([
      ['ada', '12:03', 'it rains\nand pours'],
      ['ben', '12:05', 'no'],
      ['ada', '12:06', 'sighs'],
    ]);
  });

  it('reads log lines, dated lines, stamped lines and subtitles', () => {
    expect(read('[Ada][10:05]\nIt rains.\n\n[Ben][10:06] No.').posts.map(({ time }) => time)).toEqual([
      '10:05',
      '10:06',
    ]);
    expect(authors('Ada — 3 May 2024\nIt rains.\n\nBen — 4 May 2024\nNo.')).toEqual(['Ada', 'Ben']);
    expect(authors('[00:01:14] Ada: It rains.\n[00:01:20] Ben: No.')).toEqual(['Ada', 'Ben']);
    expect(
      authors('WEBVTT\n\n00:01.000 --> 00:03.000\nAda: It rains.\n\n00:03.000 --> 00:04.000\nBen: No.\n\nAda: Yes.'),
    ).toEqual(['Ada', 'Ben', 'Ada']);
    expect(authors('王: 你好\n李：不\n王: 好')).toEqual(['王', '李', '王']);
  });

  it('takes a guest for a speaker who is named once', () => {
    expect(authors('Ada: One.\n\nBen: Two.\n\nAda: Three.\n\nCarla Nunes: Four.\n\nBen: Five.')).toContain(
      'Carla Nunes',
    );
  });

  it('takes a handle that comes once for a speaker, but tells of a bare word', () => {
    const long = 'And more of it.\n\nAnd more.\n\n';
    const thread = read(
      `Ada: One.\n\n${long}noor_77: Two.\n\n${long}Ada: Three.\n\n${long}Impudence: four.\n\n[deleted]: five.\n`,
    );
    expect(thread.posts.map(({ author }) => author)).toEqual(['Ada', 'noor_77', 'Ada', null]);
    expect(thread.notices).toEqual([
      {
        rule: 'names-passed-over',
        post: null,
        text: 'Each of these starts a paragraph once and was not taken for a speaker: "Impudence:".',
      },
    ]);
    expect(looksLikeTranscript(thread.text!)).toBe(0.75);
  });

  it.each([
    ['labels of one author', 'Claim: it rains.\nObjection: it snows.\nClaim: no.\nObjection: yes.'],
    ['questions and answers', 'Q: Why?\nA: So.\nQ: When?\nA: Now.'],
    ['notes in a text', 'It rains.\nNote: not today.\nEdit: it does.\nTL;DR: rain.\nP.S.: sun.\nNote: again.'],
    ['a name that stands alone', 'Ada: One.\nAda: Two.'],
    ['addresses', 'https://a.org/x\nhttp://b.org/y\nhttps://a.org/z'],
    ['sentences with a colon', 'Here is the thing: rain.\nThe other thing is this: snow.\nHere is the thing: sun.'],
    [
      'a text captured twice',
      'Plan One: rain.\nOther words.\nPlan Two: snow.\nMore words.\nPlan One: rain.\nOther words.\nPlan Two: snow.',
    ],
    ['tags of HTML', '<b> rain\n<i> snow\n<li> a\n<li> b'],
  ])('finds no speakers in %s', (_, text) => {
    expect(looksLikeTranscript(text)).toBeLessThan(0.5);
  });

  it('survives a turn that ends in very many rules', () => {
    expect(authors(`Ada: One.\nBen: Two.\n${'---\n'.repeat(200_000)}Ada: Three.\nBen: Four.\n`)).toHaveLength(4);
  });

  it('says what it looked for where no line names a speaker', () => {
    expect(() => read('Only words.')).toThrow('talk.txt: no line in it names a speaker');
  });
});
