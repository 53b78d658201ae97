import type { Notice } from '../../errors/index.ts';
import type { Thread } from '../../thread/index.ts';
import type { Judgements } from '../judgements.ts';
import { type Account, everybodyShares, type Reader } from '../reader.ts';
import { rulesReader } from '../rules/rules-reader.ts';
import type { ChatClient, Endpoint } from './chat-client.ts';
import { confirmSharedItems } from './cruxes/confirm-shared.ts';
import { nameItems } from './cruxes/name-items.ts';
import { reviewItems } from './cruxes/review-items.ts';
import { promptsVersion } from './prompts/all-prompts.ts';
import { assemble } from './read/assemble.ts';
import { readUnit } from './read/read-unit.ts';
import { planUnits, UNIT_TOKENS } from './read/units.ts';
import { sheetWriter } from './read/write-unit.ts';
import { reconcileClaims } from './reconcile/reconcile-claims.ts';
import { guessTurnsByModel } from './segment/guess-turns.ts';
import { openSession } from './session.ts';

/** How a thread is read by a model. */
export interface LlmReaderOptions {
  readonly client: ChatClient;
  readonly endpoint: Endpoint;
  /** Whether disagreements and agreements get a second look; on unless false. */
  readonly review?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Source tokens of one read call, for models with a small context. */
  readonly unitTokens?: number | undefined;
  /**
   * What a question without a known answer does: `stop` (the default) ends its stage with AnswersPending once all that the
   * stage can ask is asked; `degrade` has the embedded reader stand in, as for any failure.
   */
  readonly whenPending?: 'stop' | 'degrade' | undefined;
}

/** A reader of one thread: it keeps an account, so each thread takes a new one. */
export interface LlmReader extends Reader {
  account(): Account;
  confirmShared: NonNullable<Reader['confirmShared']>;
}

/**
 * Reads a thread by a model that is trusted in nothing: every label must stand on words of the post it is about, and what
 * the model did not or could not label is read by the embedded reader. Throws AnswersPending (see options) and Interrupted.
 */
export function llmReader(options: LlmReaderOptions): LlmReader {
  const { client, endpoint, signal, unitTokens = UNIT_TOKENS } = options;
  const session = openSession({ client, endpoint, signal, whenPending: options.whenPending ?? 'stop' });
  const rules = rulesReader();
  const later: Notice[] = [];
  let told: readonly Notice[] = [];
  const stamp = { name: 'llm', model: endpoint.model, version: promptsVersion() } as const;
  return {
    stamp,
    async guessTurns(paragraphs, declaredPosts) {
      const { guesses, notices } = await guessTurnsByModel(session, rules, paragraphs, declaredPosts);
      session.endStage();
      told = notices;
      return guesses;
    },
    async read(thread) {
      const write = sheetWriter(thread);
      const seen = await rules.read(thread);
      const units = planUnits(thread, unitTokens);
      const outcomes = (await Promise.all(units.map((unit) => readUnit(session, write, unit)))).flat();
      session.endStage();
      const judgements = assemble(thread, seen, outcomes, session.spent());
      const byModel = outcomes.some((outcome) => 'grounded' in outcome && !outcome.invented);
      told = [...told, ...(byModel ? turnsNotices(thread, seen) : seen.notices), ...judgements.notices];
      return { ...judgements, notices: told };
    },
    async reconcile(thread, judgements) {
      const reconciled = await reconcileClaims(session, thread, judgements, unitTokens);
      session.endStage();
      told = reconciled.notices;
      return { ...reconciled, ledger: { ...reconciled.ledger, ...session.spent() } };
    },
    async review(thread, _judgements, items) {
      if (options.review === false) return new Set(items.map(({ id }) => id));
      const { confirmed, notices } = await reviewItems(session, thread, items);
      session.endStage();
      later.push(...notices);
      return confirmed;
    },
    async confirmShared(thread, _judgements, items) {
      if (options.review === false) return everybodyShares(items);
      const { sharers, notices } = await confirmSharedItems(session, thread, items);
      session.endStage();
      later.push(...notices);
      return sharers;
    },
    async name(thread, _judgements, items) {
      const { namings, notices } = await nameItems(session, thread, items);
      session.endStage();
      later.push(...notices);
      return namings;
    },
    account: () => ({ ...session.spent(), notices: [...told, ...later] }),
  };
}

/** How sure the turn starts are holds for either reader; what the embedded reader says of its own limits does not. */
function turnsNotices(thread: Thread, { notices }: Judgements): readonly Notice[] {
  return thread.turns === 'inferred' ? notices.filter(({ rule }) => rule === 'turns-confidence') : [];
}
