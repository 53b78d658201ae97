import { SourceError } from '../../errors/index.ts';
import type { GraphFile } from '../../graph-file/index.ts';
import type { NameJudgement, SameJudgement } from '../judgements.ts';
import type { Members } from './members.ts';

/** Sameness from membership (a star around the first claim that says the proposition) and the wordings of propositions. */
export function restoreSames(
  file: GraphFile,
  members: Members,
): { readonly sames: readonly SameJudgement[]; readonly names: readonly NameJudgement[] } {
  const sames: SameJudgement[] = [];
  const names: NameJudgement[] = [];
  for (const { id, text } of file.propositions) {
    const group = members.groups.get(id);
    if (!group) continue;
    const head = group.find(({ polarity }) => polarity === 1);
    if (!head) {
      throw new SourceError(
        `${file.thread.source}: all claims of proposition ${id} deny it (polarity -1)`,
        'Word the proposition the other way round and give its claims polarity 1.',
      );
    }
    names.push({ claim: head.id, text });
    for (const claim of group) {
      if (claim !== head) sames.push({ a: head.id, b: claim.id, polarity: claim.polarity, rule: 'given' });
    }
  }
  return { sames, names };
}
