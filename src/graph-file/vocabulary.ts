/** What would settle a claim (stasis theory): evidence, a bet, agreement on words, a trade-off, a decision. */
export const CLAIM_KINDS = ['fact', 'forecast', 'definition', 'value', 'policy'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** How a speaker stands to a claim. `reported` is someone else's view and never counts as the speaker's own. */
export const STANCES = ['assert', 'hedge', 'unsure', 'doubt', 'reject', 'conditional', 'reported'] as const;
export type Stance = (typeof STANCES)[number];

/** Relations between propositions; the target of `undercuts` is a relation. Sameness is membership, never a relation. */
export const RELATION_TYPES = ['supports', 'attacks', 'undercuts', 'requires', 'narrows', 'defines'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** Dialogue moves; definitions and examples are in docs/vocabulary.md. */
export const MOVE_TYPES = [
  'assert',
  'agree',
  'partial',
  'concede',
  'cond_agree',
  'disagree',
  'undercut',
  'clarify',
  'restate',
  'correct',
  'update',
  'bet',
  'define',
  'scope',
  'crux',
  'meta',
] as const;
export type MoveType = (typeof MOVE_TYPES)[number];

/** What became of a post's text before the program saw it. */
export const POST_STATES = [
  'ok',
  'deleted-by-author',
  'removed-by-moderator',
  'collapsed',
  'spam',
  'not-loaded',
] as const;
export type PostState = (typeof POST_STATES)[number];

/** What a stretch of a post is. Only `paragraph`, `list` and `footnote` text outside quotes can hold the speaker's own claims. */
export const BLOCK_KINDS = ['paragraph', 'quote', 'code', 'list', 'footnote', 'table', 'heading', 'furniture'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const CRUX_KINDS = ['double', 'overdetermined', 'one-sided', 'bearing', 'contention'] as const;
export type CruxKind = (typeof CRUX_KINDS)[number];

export const AGREEMENT_KINDS = ['full', 'partial', 'conditional', 'concession'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];
