import type { Analysis } from '../../analysis/index.ts';
import { nameOf } from '../speech.ts';

export interface Participant {
  readonly participantID: string;
  readonly firstname: string;
  readonly surname: string;
}

/**
 * Speakers as AIF people. Tools that split names fail on an empty surname, so one-word names get `None`, as those tools write
 * themselves; a letter that was only inferred becomes `Speaker A`.
 */
export function listParticipants(analysis: Analysis): ReadonlyMap<string, Participant> {
  return new Map(
    analysis.file.speakers.map(({ id, given }, at) => {
      const name = nameOf(analysis, id);
      const space = name.indexOf(' ');
      const participantID = String(at + 1);
      if (space > 0) return [id, { participantID, firstname: name.slice(0, space), surname: name.slice(space + 1) }];
      if (!given && name.length === 1) return [id, { participantID, firstname: 'Speaker', surname: name }];
      return [id, { participantID, firstname: name, surname: 'None' }];
    }),
  );
}
