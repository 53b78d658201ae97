export type {
  ClaimJudgement,
  DisputeJudgement,
  Judgements,
  MoveJudgement,
  NameJudgement,
  RelationJudgement,
  SameJudgement,
  TermJudgement,
  Words,
} from './judgements.ts';
export type { Naming, NamingItem, Reader, ReviewItem } from './reader.ts';
