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
export type { CruxInWords, Naming, Reader } from './reader.ts';
export { rulesReader, RULES_VERSION } from './rules/rules-reader.ts';
export * from './llm/index.ts';
