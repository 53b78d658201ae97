export { checkGraphFile } from './check.ts';
export { graphFileJsonSchema, parseGraphFile, serializeGraphFile } from './read-write.ts';
export type {
  Agreement,
  Block,
  Claim,
  Closure,
  Crux,
  CruxSide,
  GraphFile,
  Issue,
  Ledger,
  Move,
  Piece,
  Place,
  Post,
  Proposition,
  Quote,
  ReaderStamp,
  Relation,
  RelationStatement,
  Speaker,
  Term,
  ThreadHead,
  Unanswered,
  View,
} from './schema.ts';
export { graphFileSchema } from './schema.ts';
export type {
  AgreementKind,
  BlockKind,
  ClaimKind,
  CruxKind,
  MoveType,
  PostState,
  RelationType,
  Stance,
} from './vocabulary.ts';
export {
  AGREEMENT_KINDS,
  BLOCK_KINDS,
  CLAIM_KINDS,
  CRUX_KINDS,
  MOVE_TYPES,
  POST_STATES,
  RELATION_TYPES,
  STANCES,
} from './vocabulary.ts';
