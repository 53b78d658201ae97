import type { Speaker } from '../graph-file/index.ts';
import type { SpeakerOverrides } from './overrides.ts';

/** A post's claim to a speaker: the name that the source gives, or a guessed label. */
export interface SpeakerClaim {
  readonly label: string | null;
  readonly given: boolean;
  readonly confidence: number;
  /** The post has no text of its own (deleted, not loaded). */
  readonly silent: boolean;
}

/**
 * One speaker per label in order of appearance; posts without any label get a speaker of their own each, unless no post has
 * one or the post says nothing. `unmet`: names that were to be replaced and that nobody has.
 */
export function assignSpeakers(
  claims: readonly SpeakerClaim[],
  overrides: SpeakerOverrides | null,
): { readonly speakers: readonly Speaker[]; readonly ofPost: readonly string[]; readonly unmet: readonly string[] } {
  const nobodyNamed = claims.every(({ label }) => label === null);
  const known = new Map<string, { id: string; name: string; given: boolean; sum: number; posts: number }>();
  const ofPost: string[] = [];
  const met = new Set<string>();
  let strangers = 0;
  for (const { label, given, confidence, silent } of claims) {
    const name = label ?? (nobodyNamed ? '(no author given)' : silent ? '(unknown)' : `(unknown ${++strangers})`);
    const shown = overrides?.renames.get(name) ?? name;
    met.add(name);
    const speaker = known.get(shown) ?? {
      id: `s${known.size + 1}`,
      name: shown,
      given: label !== null && given,
      sum: 0,
      posts: 0,
    };
    if (shown !== name) speaker.given = true;
    speaker.sum += label === null ? 0 : confidence;
    speaker.posts++;
    known.set(shown, speaker);
    ofPost.push(speaker.id);
  }
  const speakers = [...known.values()].map(({ id, name, given, sum, posts }) => ({
    id,
    name,
    given,
    confidence: given ? 1 : Math.round((sum / posts) * 100) / 100,
  }));
  return { speakers, ofPost, unmet: [...(overrides?.renames.keys() ?? [])].filter((name) => !met.has(name)) };
}
