import type { DisputeJudgement } from '../judgements.ts';
import { type DisputeField, grants } from './dispute-field.ts';
import { type Outlook, outlookOf } from './outlook-words.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, type Reading, statesMatter } from './reading.ts';

const SURE = 0.6;
/** Likeness that the passages of both need: a feeling is told at the end of what it is about. */
const ALIKE = 0.1;
/** A post that feels more than this is no sober statement of a view. */
const MOST = 12;
const LIKEWISE = /\b(?:too|also|as well|likewise|either)\b/;
/** Whoever hopes that a thing ends and whoever fears that it stays feel alike: where only one speaks of an end, nothing is known. */
const ENDING =
  /\b(?:drop(?:s|ped)?|fail(?:s|ed|ure)?|stop(?:s|ped)?|end(?:s|ed)?|clos(?:e|es|ed|ure)|scrap(?:s|ped)?|abolish(?:es|ed)?|collaps(?:e|es|ed)|los(?:e|es|t)|reject(?:s|ed)?|cancel(?:s|led)?|ban(?:s|ned)?)\b/;

/**
 * Where one welcomes what another, answering, deplores or fears: both say so in words of feeling, and the answer speaks of the
 * same things.
 */
export function findOpposedOutlooks(field: DisputeField): DisputeJudgement[] {
  const { reading } = field;
  const outlooks = readOutlooks(field);
  return [...outlooks.values()].flat().flatMap(({ sentence, outlook, passage }): DisputeJudgement[] => {
    const to = reading.addressee(sentence.post, sentence.text);
    if (!to?.post || LIKEWISE.test(sentence.plain)) return [];
    const nearest = (outlooks.get(to.post) ?? [])
      .filter((other) => other.outlook !== outlook && ENDING.test(other.sentence.plain) === ENDING.test(sentence.plain))
      .map((other) => ({ said: other.sentence, alike: reading.likeness(other.passage, passage) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike || a.said.start - b.said.start)[0];
    if (!nearest) return [];
    return [
      {
        id: `d:${sentence.post.id}:${sentence.start}:outlook`,
        claims: [nearest.said, sentence].map((each) => claimOf(reading, each, 'outlook')),
        moves: [],
        declared: false,
        setAside: false,
        confidence: SURE,
      },
    ];
  });
}

interface Outlooked {
  readonly sentence: OwnSentence;
  readonly outlook: Outlook;
  readonly passage: string;
}

function readOutlooks(field: DisputeField): ReadonlyMap<string, readonly Outlooked[]> {
  const { reading, setAside } = field;
  const found = new Map<string, Outlooked[]>();
  for (const sentence of reading.sentences) {
    const outlook = outlookOf(sentence.plain);
    if (outlook === null || !statesMatter(reading, sentence) || setAside.has(sentence)) continue;
    const known = found.get(sentence.post.id) ?? [];
    if (known.length >= MOST || grants(field, sentence)) continue;
    found.set(sentence.post.id, [...known, { sentence, outlook, passage: passageOf(reading, sentence) }]);
  }
  return found;
}

/** The paragraph of a sentence and the one before it. */
function passageOf(reading: Reading, { post, block }: OwnSentence): string {
  const sentences = reading.ofPost.get(post.id)!.filter((each) => each.block === block || each.block === block - 1);
  return sentences.map(({ text }) => text).join(' ');
}
