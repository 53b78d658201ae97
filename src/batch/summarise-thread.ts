import type { Analysis } from '../analysis/index.ts';
import { nameOf, oneLine, rounded, shorten } from '../export/index.ts';
import type { Agreement, Claim, Crux, Issue } from '../graph-file/index.ts';
import type { CruxSummary, GapSummary, Quote, ThreadSummary } from './thread-summary.ts';

/** How many of each list go into an index, and how long a quote may be there (UTF-16 code units). */
const MOST = { cruxes: 3, gaps: 5, agreements: 5, speakers: 20, quotes: 2, letters: 280 };

/** The small part of an analysis that an index over many threads shows; its size has a bound, whatever the thread's. */
export function summariseThread(analysis: Analysis): ThreadSummary {
  const { thread, speakers, posts, claims, cruxes, issues, agreements, unanswered, notices, ledger } = analysis.file;
  const per = (items: readonly { readonly speaker: string }[]) => Map.groupBy(items, ({ speaker }) => speaker);
  const [postsOf, claimsOf] = [per(posts), per(claims)];
  const talking = speakers.map(({ id, given }) => ({
    name: clip(nameOf(analysis, id)),
    given,
    posts: postsOf.get(id)?.length ?? 0,
    claims: claimsOf.get(id)?.length ?? 0,
  }));
  const wide = [...issues].sort((a, b) => b.gap - a.gap);
  return {
    title: thread.title === null ? null : clip(thread.title),
    format: thread.format,
    sha256: thread.sha256,
    reader: thread.reader,
    counts: {
      posts: posts.length,
      speakers: speakers.length,
      claims: claims.length,
      cruxes: cruxes.length,
      gaps: issues.length,
      agreements: agreements.length,
      unanswered: unanswered.length,
      notices: notices.length,
      failedPosts: ledger.posts.failed,
    },
    speakers: talking.slice(0, MOST.speakers),
    cruxes: cruxes.slice(0, MOST.cruxes).map((crux) => summariseCrux(analysis, crux)),
    gaps: wide.slice(0, MOST.gaps).map((issue) => summariseGap(analysis, issue)),
    agreements: agreements.slice(0, MOST.agreements).map((agreement) => summariseAgreement(analysis, agreement)),
  };
}

function summariseCrux(analysis: Analysis, crux: Crux): CruxSummary {
  const { rank, kind, declared, score, question, item, closes, sides } = crux;
  const shares = Object.values(closes ?? {}).flatMap(({ plain, capped }) => [plain, capped]);
  return {
    rank,
    kind,
    declared,
    score: score === null ? null : rounded(score),
    question: clip(question),
    text: clip(textOf(analysis, item)),
    closes: shares.length === 0 ? null : { low: rounded(Math.min(...shares)), high: rounded(Math.max(...shares)) },
    sides: sides.slice(0, MOST.speakers).map(({ speaker, camp, stance, claims }) => ({
      speaker: clip(nameOf(analysis, speaker)),
      camp,
      stance,
      quotes: quote(analysis, claims),
    })),
  };
}

function summariseGap(analysis: Analysis, { proposition, gap, sides }: Issue): GapSummary {
  const parties = Map.groupBy(sides, ({ camp, speaker }) => camp ?? speaker);
  return {
    between: [...parties.values()].map((members) =>
      members.slice(0, MOST.speakers).map(({ speaker }) => clip(nameOf(analysis, speaker))),
    ),
    size: rounded(gap),
    on: clip(textOf(analysis, proposition)),
  };
}

function summariseAgreement(analysis: Analysis, { kind, speakers, proposition, claims }: Agreement) {
  return {
    kind,
    speakers: speakers.slice(0, MOST.speakers).map((speaker) => clip(nameOf(analysis, speaker))),
    text: clip(textOf(analysis, proposition)),
    quotes: quote(analysis, claims),
  };
}

function quote(analysis: Analysis, claims: readonly string[]): readonly Quote[] {
  const found = claims.flatMap((id) => analysis.claims.get(id) ?? []);
  return found.slice(0, MOST.quotes).map(({ speaker, post, firstLine, lastLine, text }: Claim) => ({
    speaker: clip(nameOf(analysis, speaker)),
    post,
    firstLine,
    lastLine,
    words: clip(text),
  }));
}

/** What a proposition says; of a relation its two ends. */
function textOf({ propositions, relations }: Analysis, item: string): string {
  const relation = relations.get(item);
  if (!relation) return propositions.get(item)?.text ?? '';
  const end = (id: string) => propositions.get(id)?.text ?? id;
  return `${end(relation.from)} — ${relation.type} — ${end(relation.to)}`;
}

const clip = (text: string) => shorten(oneLine(text), MOST.letters);
