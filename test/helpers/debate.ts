import { computeDivergence, type Divergence, type DivergenceOptions } from '../../src/divergence/index.ts';
import { buildClaimGraph, type ClaimGraph } from '../../src/graph/index.ts';
import type { Stance } from '../../src/graph-file/index.ts';
import type { Judgements } from '../../src/readers/index.ts';
import type { Thread } from '../../src/thread/index.ts';
import type { JudgementSketch, RelationSketch } from './judgements.ts';
import { sketchJudgements } from './judgements.ts';
import { sketchThread } from './thread.ts';

/** One post of a debate: its claims by name, each its own sentence; `views` may be a stance or a stated probability. */
export interface Turn {
  readonly by: string;
  readonly says: Readonly<Record<string, Stance | number>>;
  readonly replyTo?: string;
}

/** `'d→r'` by the speaker of turn `in` (from 1): strength and endorsement as a reader would judge them. */
export interface Inference {
  readonly in: number;
  readonly type?: RelationSketch[3];
  readonly strength?: RelationSketch[5];
  readonly endorsed?: RelationSketch[6];
}

export interface Debate {
  readonly thread: Thread;
  readonly judgements: Judgements;
  readonly graph: ClaimGraph;
  readonly result: Divergence;
  /** Proposition id of a name. */
  id(name: string): string;
  /** Id of the relation from one name to another. */
  relation(name: string): string;
  /** Name of a proposition, or `from→to` of a relation. */
  name(id: string): string;
}

/**
 * A debate in which each name is one proposition: who says a name makes the claim "The point <name> holds." in their own
 * post. A speaker's own words for an inference are the claim of its reason.
 */
export function debate(
  turns: readonly Turn[],
  inferences: Readonly<Record<string, Inference | readonly Inference[]>> = {},
  more: Pick<JudgementSketch, 'disputes' | 'terms' | 'moves'> = {},
  options: DivergenceOptions & { readonly asOf?: string } = {},
): Debate {
  const sentence = (name: string) => `The point ${name} holds.`;
  const thread = sketchThread(
    turns.map(({ by, says, replyTo }) => ({
      by,
      text: Object.keys(says).map(sentence).join(' ') || 'Nothing to add.',
      ...(replyTo === undefined ? {} : { replyTo }),
    })),
  );
  const claimId = (name: string, turn: number) => `${name} ${turn}`;
  const claims = Object.fromEntries(
    turns.flatMap(({ says }, index) =>
      Object.entries(says).map(([name, stance]) => [
        claimId(name, index + 1),
        [`p${index + 1}`, sentence(name), stance] as const,
      ]),
    ),
  );
  const sayings = Object.keys(claims).map((key) => key.split(' ') as [string, string]);
  const first = (name: string) => sayings.find(([said]) => said === name)!.join(' ');
  const sames = sayings.flatMap((saying) => {
    const id = saying.join(' ');
    return first(saying[0]) === id ? [] : [[first(saying[0]), id] as const];
  });
  const relations: Record<string, RelationSketch> = {};
  for (const [name, stated] of Object.entries(inferences)) {
    const [from, to] = name.split(/→|↛(.*)/s).filter(Boolean) as [string, string];
    for (const { in: turn, type = name.includes('↛') ? 'undercuts' : 'supports', strength, endorsed } of [
      stated,
    ].flat()) {
      const target = type === 'undercuts' ? `${to} ${[inferences[to]!].flat()[0]!.in}` : first(to);
      relations[`${name} ${turn}`] = [
        `p${turn}`,
        sentence(Object.keys(turns[turn - 1]!.says)[0]!),
        first(from),
        type,
        target,
        strength ?? 'normal',
        endorsed ?? 'holds',
      ];
    }
  }
  const { asOf, ...rest } = options;
  const judgements = sketchJudgements(thread, { claims, sames, relations, ...more });
  const graph = buildClaimGraph(thread, judgements, asOf === undefined ? {} : { asOf });
  const nameOf = (id: string): string => {
    const proposition = graph.propositions.get(id);
    if (proposition) return /point (\S+) holds/.exec(proposition.text)![1]!;
    const { from, to, type } = graph.relations.get(id)!;
    return `${nameOf(from)}${type === 'undercuts' ? '↛' : '→'}${nameOf(to)}`;
  };
  const ids = new Map([...graph.propositions.keys(), ...graph.relations.keys()].map((id) => [nameOf(id), id]));
  return {
    thread,
    judgements,
    graph,
    result: computeDivergence(graph, thread, rest),
    id: (name) => ids.get(name)!,
    relation: (name) => ids.get(name)!,
    name: nameOf,
  };
}
