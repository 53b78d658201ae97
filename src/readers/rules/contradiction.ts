import { words } from '../../text/index.ts';

const NEGATION =
  /^(?:not|no|never|nobody|nothing|cannot|dont|doesnt|didnt|wont|wouldnt|cant|couldnt|isnt|arent|wasnt|werent|shouldnt|hasnt|havent|hadnt)$/;
const SHORTEST = 3;
const LONGEST = 14;

/** Whether an answer denies a sentence in its own words: "it isn't fair" – "of course it is fair"; "I can't see it" – "well I can". */
export function contradicts(said: string, answer: string): boolean {
  const [before, after] = [words(said), words(answer)];
  return repeatsTurned(before, after) || turnsVerb(before, after);
}

/** Most words of the one sentence stand in the other, and just one of the two denies. */
function repeatsTurned(said: readonly string[], answer: readonly string[]): boolean {
  if (said.length < SHORTEST + 1 || said.length > LONGEST || denies(said) === denies(answer)) return false;
  const kept = said.filter((word) => !NEGATION.test(word));
  const shared = kept.filter((word) => answer.includes(word));
  return shared.length >= SHORTEST && shared.length / kept.length >= 0.7;
}

function denies(list: readonly string[]): boolean {
  return list.some((word) => NEGATION.test(word));
}

const LEADS = new Set(['well', 'but', 'no', 'yes', 'and', 'oh', 'yeah', 'actually', 'so', 'sure']);
const SUBJECT = /^(?:i|we|he|she|it|they|that|this|there)$/;
const VERB = /^(can|could|will|would|shall|should|must|do|does|did|is|are|was|were|has|have|had|wo|ca)(nt|not)?$/;

/** "Well I can.", "No, it won't.": a subject and the bare verb of the sentence before, turned round (verb phrase ellipsis). */
function turnsVerb(said: readonly string[], answer: readonly string[]): boolean {
  const bare = answer.slice(answer.findIndex((word) => !LEADS.has(word)));
  const [subject, verb, not, ...rest] = bare;
  if (!subject || !verb || rest.length > 0 || !SUBJECT.test(subject) || (not !== undefined && not !== 'not'))
    return false;
  const answered = VERB.exec(verb);
  if (!answered) return false;
  const positive = answered[2] === undefined && not === undefined;
  const denials = said.flatMap((word, at) => {
    const before = VERB.exec(word);
    if (!before || stem(before[1]!) !== stem(answered[1]!)) return [];
    return [before[2] !== undefined || NEGATION.test(said[at + 1] ?? '')];
  });
  // A sentence that both affirms and denies with this verb leaves open which of the two is answered.
  return denials.length > 0 && denials.every((denied) => denied === positive) && speaksOf(said, subject);
}

const PERSONS = new Set(['i', 'we', 'you']);

/** "I can't" – "I can": who says I or you answers a sentence about one of the two; other subjects may stand for anything. */
function speaksOf(said: readonly string[], subject: string): boolean {
  return !PERSONS.has(subject) || said.some((word) => PERSONS.has(word));
}

function stem(verb: string): string {
  return verb === 'wo' ? 'will' : verb === 'ca' ? 'can' : verb;
}
