import { beforeAll, describe, expect, it } from 'vitest';
import {
  analyze,
  checkGraphFile,
  type GraphFile,
  graphFileJsonSchema,
  parseGraphFile,
  serializeGraphFile,
} from '../../src/index.ts';

const TALK = [
  'Ann: The ferry should run in winter. Our crux is whether the clinic stays where it is.',
  'Bob:\n\n> Our crux is whether the clinic stays where it is.\n\nThe clinic is going to move to the mainland. I agree that the ferry should run in winter.',
  'Ann: Then run it until the clinic has moved.',
].join('\n\n');
let sound: GraphFile;

beforeAll(async () => {
  sound = (await analyze(TALK, { name: 'ferry.txt' })).file;
});

/** The file with one part changed; `change` works on a deep copy. */
function spoil(change: (file: any) => void): string[] {
  const copy = structuredClone(sound);
  change(copy);
  return checkGraphFile(copy);
}

describe('a graph file', () => {
  it('that the program writes keeps every promise', () => {
    expect(sound.cruxes.length).toBeGreaterThan(0);
    expect(sound.agreements.length).toBeGreaterThan(0);
    expect(checkGraphFile(sound)).toEqual([]);
  });

  it.each<[string, (file: any) => void, RegExp]>([
    ['an id that stands twice', (file) => file.posts.push(file.posts[0]), /post p1 stands twice/],
    ['a speaker who is not there', (file) => (file.posts[0].speaker = 's9'), /post p1 refers to s9/],
    ['a parent that is not there', (file) => (file.posts[0].replyTo = 'p9'), /post p1 refers to p9/],
    ['a quote outside its post', (file) => (file.posts[1].quotes[0].end = 9999), /a quote lies outside post p2/],
    ['a quote of words that are not there', (file) => (file.posts[1].quotes[0].of.end = 9999), /points outside p1/],
    ['a claim with other words', (file) => (file.claims[0].text = 'The ferry should sink.'), /is not verbatim in post/],
    ['a claim in quoted words', (file) => Object.assign(file.claims.at(-1), quotedClaim(file)), /only quotes/],
    [
      'a claim of a stranger',
      (file) => (file.claims[0].speaker = file.speakers[1].id),
      /is not by the speaker of post/,
    ],
    ['a claim without proposition', (file) => (file.claims[0].proposition = 'nowhere'), /refers to nowhere/],
    [
      'a view that cites somebody else',
      (file) => (file.propositions[0].views = [otherView(file)]),
      /cites another speaker/,
    ],
    ['a move outside its post', (file) => (file.moves[0].end = 9999), /lies outside post/],
    ['a move with a lost target', (file) => (file.moves[0].target = 'gone'), /refers to gone/],
    ['a crux with one speaker', (file) => file.cruxes[0].sides.splice(1), /has fewer than two speakers/],
    [
      'a crux side with foreign words',
      (file) => (file.cruxes[0].sides[0].claims = file.cruxes[0].sides[1].claims),
      /quotes a claim of another speaker/,
    ],
    ['a crux about nothing', (file) => (file.cruxes[0].item = 'void'), /refers to void/],
    [
      'an agreement of one',
      (file) => (file.agreements[0].speakers = [file.speakers[0].id, file.speakers[0].id]),
      /names fewer than two speakers/,
    ],
    [
      'an open point in foreign words',
      (file) => file.unanswered.push(foreignPoint(file)),
      /quotes a claim of another speaker/,
    ],
  ])('with %s is told what is wrong', (_what, change, message) => {
    expect(spoil(change)[0]).toMatch(message);
  });

  it('is written the same twice, with sorted keys and four decimals, and read back equal', () => {
    const text = serializeGraphFile(sound);
    expect(serializeGraphFile(parseGraphFile(text, 'x'))).toBe(text);
    expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(JSON.parse(text)).toSorted());
    const rounded = serializeGraphFile({ ...sound, speakers: [{ ...sound.speakers[0]!, confidence: 0.123456789 }] });
    expect(JSON.parse(rounded).speakers[0].confidence).toBe(0.1235);
  });

  it('may leave out what is ours beyond the contract', () => {
    const file = JSON.parse(serializeGraphFile(sound));
    for (const post of file.posts) for (const key of ['blocks', 'replyBy', 'startConfidence']) delete post[key];
    for (const claim of file.claims) for (const key of ['polarity', 'rule', 'confidence']) delete claim[key];
    expect(parseGraphFile(JSON.stringify(file), 'x').claims[0]).toMatchObject({
      polarity: 1,
      rule: 'given',
      confidence: 1,
    });
  });

  it('that is broken is refused with the place', () => {
    expect(() => parseGraphFile('{', 'a.crux.json')).toThrow(/^a\.crux\.json: not JSON/);
    expect(() => parseGraphFile('{"schema":"cruxgraph/2"}', 'a.crux.json')).toThrow(/not a graph file at schema/);
    const cut = structuredClone(sound) as any;
    cut.claims[0].proposition = 'nowhere';
    expect(() => parseGraphFile(JSON.stringify(cut), 'a.crux.json')).toThrow(/refers to nowhere/);
  });

  it('corrected by hand loses what cites removed labels, and only that', () => {
    const gone = sound.agreements[0]!.claims[0]!;
    const file = structuredClone(sound) as any;
    file.claims = file.claims.filter(({ id }: { id: string }) => id !== gone);
    expect(() => parseGraphFile(JSON.stringify(file), 'a')).toThrow();
    const read = parseGraphFile(JSON.stringify(file), 'a', { corrected: true });
    expect(read.agreements).toHaveLength(sound.agreements.length - 1);
    const still = sound.cruxes.filter(({ sides }) => !sides.some(({ claims }) => claims.includes(gone)));
    expect(read.cruxes).toEqual(still);
  });

  it('has a JSON Schema that names what must be there', () => {
    const schema = graphFileJsonSchema() as { required: string[]; $schema: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toContain('cruxes');
  });
});

function quotedClaim(file: GraphFile) {
  const [post, { start, end }] = [file.posts[1]!, file.posts[1]!.quotes[0]!];
  return { post: post.id, speaker: post.speaker, start, end, text: post.text.slice(start, end), stance: 'assert' };
}

function otherView(file: GraphFile) {
  const [claim] = file.claims;
  const other = file.speakers.find(({ id }) => id !== claim!.speaker)!;
  return { speaker: other.id, stance: 'assert', value: 0.8, claim: claim!.id };
}

function foreignPoint(file: GraphFile) {
  const [claim] = file.claims;
  const other = file.speakers.find(({ id }) => id !== claim!.speaker)!;
  return { id: 'q1', proposition: claim!.proposition, by: other.id, notBy: [], closes: null, claims: [claim!.id] };
}
