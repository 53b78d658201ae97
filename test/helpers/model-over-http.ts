import type { ChatRequest } from '../../src/readers/index.ts';
import {
  plausibleName,
  plausibleRead,
  plausibleReconcile,
  plausibleReview,
  plausibleSegment,
  plausibleShared,
} from '../readers/llm/plausible-model.ts';
import { type Script as ModelScript, readData } from '../readers/llm/scripted-client.ts';
import type { Asked } from './chat-server.ts';

const BY_SCHEMA: Readonly<Record<string, ModelScript>> = {
  crux_segment: plausibleSegment,
  crux_read: plausibleRead,
  crux_reconcile: plausibleReconcile,
  crux_review: plausibleReview,
  crux_shared: plausibleShared,
  crux_name: plausibleName,
};

/** What a model that labels plausibly answers to a request as the server gets it; repairs get nothing to repair. */
export function plausibleAnswer({ body }: Asked): string {
  const model = BY_SCHEMA[body.response_format?.json_schema?.name];
  const request = { messages: body.messages } as ChatRequest;
  return JSON.stringify(model?.(request, readData(request)) ?? { items: [] });
}
