import { contentWords } from '../../text/index.ts';

const OPENING =
  /^(?:and |but |so |now )?(?:on|as to|as for|about|regarding|concerning|re|to) your ([^,:.;!?]{4,60})[,:.;]/;

/** The content words of what somebody turns to: "On your second place: no" names the other's "second place"; empty where none is named. */
export function topicNamed(plain: string): readonly string[] {
  return contentWords(OPENING.exec(plain)?.[1] ?? '');
}
