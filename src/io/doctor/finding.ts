import type { Capabilities, Format } from '../chat/capabilities.ts';
import type { Completion } from '../chat/read-completion.ts';
import { LONG_PROMPT_TOKENS, NEEDLE } from './probes.ts';

/** One thing seen of an endpoint, in a sentence, and what the program will do about it in another. */
export interface Finding {
  readonly probe: 'access' | 'parameters' | 'tokens' | 'schema' | 'reasoning' | 'prompt' | 'speed';
  /** `good`: as hoped; `borne`: not so, but a reading will do; `bad`: the user should do something. */
  readonly verdict: 'good' | 'borne' | 'bad';
  readonly seen: string;
  readonly done: string;
}

/** What came of a schema asked for in one form, from best to worst. */
export const BINDINGS = ['enforced', 'ignored', 'unconstrained', 'refused', 'unknown'] as const;
export type Binding = (typeof BINDINGS)[number];

const FORMS: Readonly<Record<Format, string>> = {
  strict: 'a strict schema',
  'schema-object': 'a schema beside json_object',
  'json-object': 'json_object',
  plain: 'the prompt alone',
};

const SEEN: Readonly<Record<Binding, string>> = {
  enforced: 'is enforced',
  ignored: 'is taken, but the answer is JSON of another shape',
  unconstrained: 'is taken, but the answer is not even JSON',
  refused: 'is refused',
  unknown: 'could not be tried',
};

const DONE: Readonly<Record<Format, string>> = {
  strict: 'crux sends its schemas in strict form',
  'schema-object': 'crux sends its schemas beside json_object',
  'json-object': 'crux asks for json_object and describes the schema in the prompt',
  plain: 'crux describes the schema in the prompt and takes the JSON out of the answer',
};

/** Words what was seen of each form that was tried, and which one is used. */
export function schemaFinding(tried: ReadonlyMap<Format, Binding>, used: Format): Finding {
  const binding = tried.get(used) ?? 'refused';
  const seen = [...tried].map(([format, found]) => `${FORMS[format]} ${SEEN[found]}`).join('; ');
  const check = binding === 'enforced' ? 'and checks every answer' : 'and expects to ask again or drop more than usual';
  return {
    probe: 'schema',
    verdict: binding === 'enforced' ? 'good' : 'borne',
    seen: `${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`,
    done: `${DONE[used]}, ${check}.`,
  };
}

/** Words which fields of a request the endpoint would not take. */
export function parametersFinding({ refused, systemRole }: Capabilities): Finding {
  const all = [...refused, ...(systemRole ? [] : ['the system role'])];
  return all.length === 0
    ? { probe: 'parameters', verdict: 'good', seen: 'No parameter is refused.', done: 'crux sends all of them.' }
    : {
        probe: 'parameters',
        verdict: 'borne',
        seen: `It refuses ${all.join(', ')}.`,
        done: 'crux leaves them out; repeatable results come from the cache.',
      };
}

/** Words whether answers say how many tokens they took. */
export function tokensFinding(counted: boolean): Finding {
  return counted
    ? { probe: 'tokens', verdict: 'good', seen: 'Tokens are counted.', done: 'Costs are real figures.' }
    : {
        probe: 'tokens',
        verdict: 'borne',
        seen: 'Tokens are not counted.',
        done: 'crux counts four bytes as a token, and cannot see when a prompt is cut.',
      };
}

/** Words where the answer stood and how much room the model needs to think; null: nothing of note. */
export function reasoningFinding(field: string, room: number): Finding | null {
  if (field !== 'content')
    return {
      probe: 'reasoning',
      verdict: 'borne',
      seen: `The answer comes in the field ${field}, and content is empty.`,
      done: 'crux reads both.',
    };
  if (room === 0) return null;
  const done = `crux adds room for ${room} tokens of thought to each answer.`;
  return { probe: 'reasoning', verdict: 'borne', seen: 'The model thinks before it answers.', done };
}

/** Share of the expected tokens from which a prompt counts as read whole: tokenizers differ. */
const MOSTLY = 0.7;

/** Words what became of the long prompt. */
export function promptFinding(reply: Completion['reply']): Finding {
  if (reply.ok && reply.text.includes(NEEDLE))
    return {
      probe: 'prompt',
      verdict: 'good',
      seen: `A prompt of ${LONG_PROMPT_TOKENS} tokens is read whole.`,
      done: 'crux sends prompts of that size.',
    };
  if (reply.ok) {
    const lost = `The first line of a prompt of ${LONG_PROMPT_TOKENS} tokens was not found again`;
    const counted = reply.usage?.in ?? 0;
    return counted > MOSTLY * LONG_PROMPT_TOKENS
      ? {
          probe: 'prompt',
          verdict: 'borne',
          seen: `${lost}, though the server read ${counted} tokens.`,
          done: 'crux sends prompts of that size; a stronger model would read them better.',
        }
      : {
          probe: 'prompt',
          verdict: 'bad',
          seen: `${lost}.`,
          done: 'Give the server a larger context window, or use a stronger model.',
        };
  }
  return {
    probe: 'prompt',
    verdict: 'bad',
    seen: reply.detail,
    done:
      reply.kind === 'context'
        ? 'crux asks in smaller parts; a larger context window makes fewer calls.'
        : 'crux goes on; what fails is read by the embedded reader.',
  };
}

const READ_INPUT = 6000;
const READ_OUTPUT = 1600;

/** Words how long a reading's largest usual call takes; rates in tokens a second (null: not measured), `deadline` in milliseconds. */
export function speedFinding(inputRate: number | null, outputRate: number, deadline: number): Finding {
  const seconds = (inputRate === null ? 0 : READ_INPUT / inputRate) + READ_OUTPUT / outputRate;
  const limit = deadline / 1000;
  const tight = seconds > 0.8 * limit;
  return {
    probe: 'speed',
    verdict: tight ? 'bad' : 'good',
    seen: `It ${inputRate === null ? '' : `reads about ${round(inputRate)} and `}writes about ${round(outputRate)} tokens a second: a usual call takes ${round(seconds)} s.`,
    done: tight
      ? `Set a longer deadline: crux config set deadline ${Math.ceil(seconds * 2)}.`
      : `A call may take ${round(limit)} s, which is enough.`,
  };
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
