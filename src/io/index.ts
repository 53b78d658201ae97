export { type BatchFolder, batchFolder } from './batch/batch-folder.ts';
export { findInputs } from './batch/find-inputs.ts';
export { realPath } from './batch/look-at.ts';
export { type ReadSettings, readOne } from './batch/read-one.ts';
export { TASKS_PER_WORKER, workerAnalyst } from './batch/worker-analyst.ts';
export {
  type BudgetClient,
  budgetClient,
  type Prices,
  price,
  type Spending,
  type SpendingLimits,
} from './chat/budget.ts';
export { type Capabilities, type Format, UNTRIED } from './chat/capabilities.ts';
export { type Clock, systemClock } from './chat/clock.ts';
export { type CapabilityMemory, type KnownCapabilities, knownCapabilities } from './chat/known-capabilities.ts';
export type { Access, Account } from './chat/open-endpoint.ts';
export { DEFAULT_PATIENCE, LARGEST_REPLY, type OpenAiOptions, openAiClient } from './chat/openai-client.ts';
export type { Served, ServedAnswer } from './chat/read-completion.ts';
export {
  parseTape,
  recordingClient,
  replayClient,
  serializeTape,
  type TapeLine,
  toTapeLine,
} from './chat/tape.ts';
export { openTapeFile, readTapeFile, type TapeFile } from './chat/tape-file.ts';
export { type Copy, copyAside } from './copy-aside.ts';
export { examineEndpoint } from './doctor/examine-endpoint.ts';
export type { Finding } from './doctor/finding.ts';
export { listFiles } from './list-files.ts';
export {
  type BatchFile,
  type BatchFileOptions,
  labelOf,
  MOST_BATCH_BYTES,
  MOST_BATCH_REQUESTS,
  toBatchFiles,
  toBatchLine,
} from './openai-batch/batch-file.ts';
export { type BatchNotes, batchNotes, type StartedBatch } from './openai-batch/batch-notes.ts';
export {
  type BatchResult,
  type BatchResults,
  type BrokenLine,
  parseBatchResults,
} from './openai-batch/batch-results.ts';
export { type BatchService, batchService } from './openai-batch/batch-service.ts';
export type { BatchState } from './openai-batch/batch-state.ts';
export { type RoundNews, type RoundPorts, type RoundsEnd, runRounds } from './openai-batch/run-rounds.ts';
export {
  type FileKey,
  makeFolderFor,
  readKeyFile,
  readOwnFile,
  removeDatabase,
  removeOwnFile,
  writePrivate,
} from './private-file.ts';
export { type Input, LARGEST_INPUT, readFileInput, readStreamInput } from './read-input.ts';
export { readSecret } from './read-secret.ts';
export { stopAndWait } from './stop-and-wait.ts';
export { fileIn, writeWhole } from './write-file.ts';
