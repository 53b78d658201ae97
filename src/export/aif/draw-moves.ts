import type { Move, MoveType } from '../../graph-file/index.ts';
import { cleanText } from '../clean-text.ts';
import { wordsAt } from '../speech.ts';
import type { Scheme } from './aif-vocabulary.ts';
import { type Drawing, type Drawn, illocute } from './drawing.ts';
import { type Locution, timeOf } from './locutions.ts';

interface Answer {
  readonly scheme: 'MA' | 'CA';
  readonly force: Scheme;
}

const AGREEING: Answer = { scheme: 'MA', force: 'Agreeing' };
const DISAGREEING: Answer = { scheme: 'CA', force: 'Disagreeing' };

/** How a move takes up what it is aimed at; other moves are only uttered. */
const ANSWERS: Readonly<Partial<Record<MoveType, Answer>>> = {
  agree: AGREEING,
  partial: AGREEING,
  concede: AGREEING,
  cond_agree: AGREEING,
  restate: { scheme: 'MA', force: 'Restating' },
  disagree: DISAGREEING,
  correct: DISAGREEING,
  undercut: DISAGREEING,
};

/** Draws the moves of the dialogue: their words, and their transition from what they take up. Plain assertions are claims already. */
export function drawMoves(drawing: Drawing): void {
  const places = new Map([...drawing.claims.values()].map((drawn) => [placeKey(drawn.locution), drawn]));
  for (const move of drawing.analysis.file.moves) {
    if (move.type !== 'assert' && move.type !== 'meta') drawMove(drawing, move, places);
  }
}

const placeKey = ({ post, start, end }: { readonly post: string; readonly start: number; readonly end: number }) =>
  JSON.stringify([post, start, end]);

function drawMove(drawing: Drawing, move: Move, places: Map<string, Drawn>): void {
  const { sheet } = drawing;
  const known = places.get(placeKey(move));
  const own = known ?? utterMove(drawing, move);
  places.set(placeKey(move), own);
  const aim = aimOf(drawing, move, own.locution);
  const answer = ANSWERS[move.type];
  if (!aim) return;
  const transition = aim.locution && drawing.transition(aim.locution, own.locution);
  if (!answer || aim.content === null || aim.content === own.content) return;
  const node = sheet.addScheme(answer.scheme, { move: move.id, type: move.type });
  sheet.connect(own.content, node, aim.content);
  if (transition !== null) illocute(drawing, transition, answer.force, node, { move: move.id });
}

function utterMove(drawing: Drawing, move: Move): Drawn {
  const { analysis, sheet, locutions } = drawing;
  const { id, type, post } = move;
  const origin = { move: id, type, post };
  const locution = locutions.utter(move, origin);
  const content = sheet.addWords('I', cleanText(wordsAt(analysis, move)), timeOf(analysis, post), origin);
  illocute(drawing, locution.node, type === 'clarify' ? 'Pure Questioning' : 'Asserting', content, { move: id });
  return { locution, content };
}

interface Aim {
  readonly locution: Locution | null;
  /** The I or scheme node that the move takes up, null where it is aimed at a post only. */
  readonly content: string | null;
}

function aimOf({ analysis, claims, contents, schemes, stated, locutions }: Drawing, { target }: Move, own: Locution) {
  if (target === null) return null;
  const other = (locution: Locution | undefined) => (locution && locution !== own ? locution : null);
  const aim = (locution: Locution | undefined, content: string | null): Aim => ({ locution: other(locution), content });
  const claim = claims.get(target);
  if (claim) return aim(claim.locution, claim.content);
  const proposition = analysis.propositions.get(target);
  if (proposition) return aim(claims.get(proposition.claims[0] ?? '')?.locution, contents.get(target)!);
  if (schemes.has(target)) return aim(stated.get(target), schemes.get(target)!);
  return aim(locutions.inPost(target)[0], null);
}
