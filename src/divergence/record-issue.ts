import type { Notice } from '../errors/index.ts';
import { contentId } from '../graph/index.ts';
import type { Issue } from '../graph-file/index.ts';
import { type Findings, idOfItem } from './analyse-contest.ts';
import { MIN_ORIGIN, UNTRACED_SHARE } from './constants.ts';
import { findConviction } from './conviction.ts';
import type { Standing } from './standing.ts';

/** Id of an issue: its proposition and who stands on which side. */
export function issueId({ contest: { proposition, parties } }: Findings): string {
  return contentId('i', proposition, ...parties.map(({ camp, members }) => [camp, ...members].join(' ')));
}

/** Writes an issue down for the graph file; only stated views are shown. */
export function recordIssue(standing: Standing, findings: Findings): Issue {
  const { contest, drawn, dispute, cruxSet } = findings;
  const { proposition, parties } = contest;
  return {
    id: issueId(findings),
    proposition,
    gap: Math.abs(dispute.gap),
    sides: parties.flatMap(({ camp, members }) =>
      members.flatMap((speaker) => {
        const view = standing.view(proposition, speaker);
        return view ? [{ speaker, camp, value: view.value }] : [];
      }),
    ),
    origins: listOrigins(findings),
    cruxSet: { items: cruxSet.items.map((item) => idOfItem(drawn, item)), closes: cruxSet.closes },
    conviction: findConviction(standing, findings),
    backfires: findings.scores
      .filter(({ verdict }) => verdict === 'backfires')
      .map(({ item }) => idOfItem(drawn, item)),
  };
}

/** Shares of the gap by what they start from, largest first; the issue's own id stands for what no stated reason explains. */
function listOrigins({ origins, drawn }: Findings): Issue['origins'] {
  const listed = [
    ...Array.from(origins.conviction, (share, index) => ({ item: drawn.propositions[index]!, share })),
    ...Array.from(origins.links, (share, index) => ({ item: drawn.links[index]!.id, share })),
    ...Array.from(origins.undercuts, (share, index) => ({ item: drawn.undercuts[index]!.id, share })),
  ].filter(({ share }) => Math.abs(share) >= MIN_ORIGIN);
  const size = ({ share }: { share: number }) => Math.round(Math.abs(share) * 1e6);
  return listed.sort((a, b) => size(b) - size(a) || (a.item < b.item ? -1 : 1));
}

/** What a reader of an issue should know beyond its cruxes. */
export function noticesOf({ contest, origins, drawn, cruxes, scores }: Findings): readonly Notice[] {
  const notices: Notice[] = [];
  const say = (rule: string, text: string) => notices.push({ rule, post: null, text });
  const who = contest.parties.map(({ camp, members }) => camp ?? members[0]).join(' and ');
  const untraced = origins.conviction[drawn.root]!;
  const percent = Math.round(Math.abs(untraced) * 100);
  if (drawn.network.into[drawn.root]!.length > 0) {
    if (untraced >= UNTRACED_SHARE)
      say('untraced-gap', `${percent}% of the gap between ${who} is not traced to any stated reason.`);
    if (untraced <= -UNTRACED_SHARE)
      say('moderated-gap', `The stated reasons of ${who} imply a gap ${percent}% wider: something unstated moderates.`);
  }
  const many = scores.filter(({ verdict }) => verdict === 'overdetermined').length;
  if (many > 1 && !cruxes.some(({ score }) => score.verdict === 'double'))
    say('no-single-crux', `${who} part for many reasons, none of which would settle the matter alone.`);
  return notices;
}
