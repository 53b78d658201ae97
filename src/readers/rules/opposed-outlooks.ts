import type { DisputeJudgement } from '../judgements.ts';
import { type DisputeField, grants } from './dispute-field.ts';
import { outlookOf } from './outlook-words.ts';
import type { OwnSentence } from './own-sentences.ts';
import { claimOf, type Reading, statesMatter } from './reading.ts';

const SURE = 0.6;

/**
 * Where one welcomes what another, answering, deplores or fears: both say so in words of feeling, and the answer speaks of the
 * same things.
 */
export function findOpposedOutlooks(field: DisputeField): DisputeJudgement[] {
  const { reading } = field;
  const outlooks = readOutlooks(field);
  return [...outlooks.values()].flat().flatMap(({ sentence, outlook }): DisputeJudgement[] => {
    const to = reading.addressee(sentence.post, sentence.text);
    const before = (to?.post ? (outlooks.get(to.post) ?? []) : []).filter((other) => other.outlook !== outlook);
    const nearest = before
      .map((other) => ({ said: other.sentence, alike: likenessOfPassages(reading, other.sentence, sentence) }))
      .filter(({ alike }) => alike > 0)
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
  readonly outlook: 'hopes' | 'fears';
}

function readOutlooks(field: DisputeField): ReadonlyMap<string, readonly Outlooked[]> {
  const { reading, setAside } = field;
  const found = new Map<string, Outlooked[]>();
  for (const sentence of reading.sentences) {
    const outlook = outlookOf(sentence.plain);
    if (outlook === null || !statesMatter(reading, sentence) || setAside.has(sentence) || grants(field, sentence))
      continue;
    found.set(sentence.post.id, [...(found.get(sentence.post.id) ?? []), { sentence, outlook }]);
  }
  return found;
}

/** A feeling is told at the end of what it is about: the paragraphs speak for what the sentences only point to. */
function likenessOfPassages(reading: Reading, one: OwnSentence, other: OwnSentence): number {
  return reading.likeness(passageOf(reading, one), passageOf(reading, other));
}

function passageOf(reading: Reading, { post, block }: OwnSentence): string {
  const sentences = reading.ofPost.get(post.id)!.filter((each) => each.block === block || each.block === block - 1);
  return sentences.map(({ text }) => text).join(' ');
}
