import type { ChatRequest, Endpoint, JsonSchema } from '../../readers/index.ts';

/** A word that no model says of itself. */
export const NEEDLE = 'quince-47';
/** Size of the long prompt in tokens of four bytes: more than the windows that servers take when nobody sets one. */
export const LONG_PROMPT_TOKENS = 6000;

/** A question that any model can answer, to see whether anything comes back and what is refused on the way. */
export function accessProbe(endpoint: Endpoint): ChatRequest {
  return probe(endpoint, 'Reply with the JSON object {"word":"ok"} and nothing else.', 64);
}

/** A question whose schema allows one answer only, one that nobody would give unbound; the prompt does not tell it. */
export function schemaProbe(endpoint: Endpoint): ChatRequest {
  return probe(endpoint, 'What colour is a clear sky at noon? Answer with a JSON object.', 256, SCHEMA);
}

/** A prompt as long as those of a reading, with the word asked for at its very beginning, where servers cut. */
export function longProbe(endpoint: Endpoint): ChatRequest {
  const lines = [`The code word is ${NEEDLE}.`];
  let bytes = 0;
  for (let entry = 0; bytes < LONG_PROMPT_TOKENS * 4; entry += 1) {
    const [boat, cargo, hour] = [BOATS, CARGO, HOURS].map((words, step) => words[(entry * (step + 2)) % words.length]);
    const line = `In the ${hour} the ${boat} crossed the strait with ${cargo} aboard and came back before the tide turned.`;
    lines.push(line);
    bytes += line.length + 1;
  }
  lines.push('Which code word is named in the first line above? Reply with the code word only.');
  return probe(endpoint, lines.join('\n'), 256);
}

/** A question with a long and certain answer, to see how fast it is written. */
export function speedProbe(endpoint: Endpoint): ChatRequest {
  return probe(endpoint, 'Write the numbers from 1 to 100 in figures, separated by spaces.', 256);
}

const BOATS = ['ferry', 'barge', 'trawler', 'pilot boat', 'schooner', 'tug', 'launch'];
const CARGO = ['apples', 'letters', 'a small orchestra', 'bricks', 'two bicycles', 'flour', 'school children'];
const HOURS = ['early morning', 'late morning', 'afternoon', 'evening', 'night'];

const CHOICE: JsonSchema = { type: 'string', enum: [NEEDLE] };

const SCHEMA: JsonSchema = objectOf({
  colour: CHOICE,
  shade: objectOf({ name: { type: 'string', enum: ['pale', 'deep'] }, share: { type: ['integer', 'null'] } }),
});

function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function probe(endpoint: Endpoint, content: string, maxOutputTokens: number, schema = SCHEMA): ChatRequest {
  return {
    key: 'doctor',
    stage: 'read',
    version: 'doctor',
    endpoint,
    messages: [
      { role: 'system', content: 'You answer briefly and exactly.' },
      { role: 'user', content },
    ],
    schema: { name: 'crux_doctor', schema },
    maxOutputTokens,
    estimate: { in: Math.ceil(content.length / 4), out: maxOutputTokens },
    subject: 'doctor',
  };
}
