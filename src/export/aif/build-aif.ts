import type { Analysis } from '../../analysis/index.ts';
import type { AifEdge, AifNode } from './aif-sheet.ts';
import { SCHEMES } from './aif-vocabulary.ts';
import { drawClaims } from './draw-claims.ts';
import { drawMoves } from './draw-moves.ts';
import { drawRelations } from './draw-relations.ts';
import { type Drawing, openDrawing } from './drawing.ts';
import { type AifLocution, describeLocution, type Locution } from './locutions.ts';
import { listParticipants, type Participant } from './participants.ts';

export interface AifGraph {
  readonly nodes: readonly AifNode[];
  readonly edges: readonly AifEdge[];
  readonly locutions: readonly AifLocution[];
  readonly participants: readonly Participant[];
  readonly schemefulfillments: readonly { readonly nodeID: string; readonly schemeID: string }[];
  readonly descriptorfulfillments: readonly never[];
}

/** An AIF graph and the places of its locutions, for writers that also show the text. */
export interface AifDrawing {
  readonly graph: AifGraph;
  readonly places: readonly Locution[];
}

/** The dialogue as Inference Anchoring Theory draws it: every L has one locution and one YA, no I touches another I. */
export function buildAif(analysis: Analysis): AifDrawing {
  const drawing = openDrawing(analysis);
  drawClaims(drawing);
  drawRelations(drawing);
  drawMoves(drawing);
  drawReplies(drawing);
  const people = listParticipants(analysis);
  const { nodes, edges } = drawing.sheet;
  const { all } = drawing.locutions;
  return {
    graph: {
      nodes,
      edges,
      locutions: all.map((locution) => describeLocution(analysis, locution, people)),
      participants: [...people.values()],
      schemefulfillments: nodes.flatMap(({ nodeID, scheme }) => {
        const schemeID = scheme === undefined ? null : SCHEMES[scheme];
        return schemeID === null ? [] : [{ nodeID, schemeID }];
      }),
      descriptorfulfillments: [],
    },
    places: all,
  };
}

/** Joins a post to the one that it answers where no move has done so yet. */
function drawReplies(drawing: Drawing): void {
  for (const { id, replyTo } of drawing.analysis.file.posts) {
    if (replyTo === null || drawing.hasTransition(id, replyTo)) continue;
    const [from, to] = [drawing.locutions.inPost(replyTo)[0], drawing.locutions.inPost(id)[0]];
    if (from && to) drawing.transition(from, to);
  }
}
