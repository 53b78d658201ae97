export { givenReader } from './given/given-reader.ts';
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
export * from './llm/index.ts';
export type { Account, CruxInWords, Naming, Reader, SharedInWords, Sharers } from './reader.ts';
export { RULES_VERSION, rulesReader } from './rules/rules-reader.ts';
