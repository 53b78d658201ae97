import type { StagePrompt } from '../make-request.ts';
import { NAME_PROMPT } from './name-prompt.ts';
import { READ_PROMPT } from './read-prompt.ts';
import { RECONCILE_PROMPT } from './reconcile-prompt.ts';
import { REPAIR_PROMPT } from './repair-prompt.ts';
import { REVIEW_PROMPT } from './review-prompt.ts';
import { SEGMENT_PROMPT } from './segment-prompt.ts';
import { SHARED_PROMPT } from './shared-prompt.ts';

/** All prompts, in the order of their stages. */
export const PROMPTS: readonly StagePrompt[] = [
  SEGMENT_PROMPT,
  READ_PROMPT,
  REPAIR_PROMPT,
  RECONCILE_PROMPT,
  REVIEW_PROMPT,
  SHARED_PROMPT,
  NAME_PROMPT,
];

/** One version for all: `1.1.1.1.1.1.1`, a number for each stage. */
export function promptsVersion(): string {
  return PROMPTS.map(({ version }) => version).join('.');
}
