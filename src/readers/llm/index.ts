export { type ChatBody, toChatBody } from './chat-body.ts';
export {
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
