export { type ChatBody, toChatBody } from './chat-body.ts';
export {
  CANCELLED,
  type ChatAnswer,
  type ChatClient,
  type ChatFailure,
  type ChatMessage,
  type ChatReply,
  type ChatRequest,
  type Endpoint,
  FAILURES,
  type FailureKind,
  STAGES,
  type Stage,
  type Usage,
} from './chat-client.ts';
export type { JsonSchema } from './json-schema.ts';
export { type LlmReader, type LlmReaderOptions, llmReader } from './llm-reader.ts';
export { countTokens } from './make-request.ts';
export { type Planner, planRequests, planStages, type StagePlan } from './plan.ts';
export { planningReader } from './planning-reader.ts';
export { PROMPTS, promptsVersion } from './prompts/all-prompts.ts';
export { UNIT_TOKENS } from './read/units.ts';
export { AnswersPending, type Spent } from './session.ts';
