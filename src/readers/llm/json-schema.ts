/**
 * The part of JSON Schema that OpenAI's strict mode, llama.cpp, vLLM, Ollama and LM Studio all enforce: every key required,
 * null instead of absence, nothing beside the named keys; no references, patterns, bounds or formats.
 */
export type JsonSchema =
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, JsonSchema>>;
      readonly required: readonly string[];
      readonly additionalProperties: false;
    }
  | { readonly type: 'array'; readonly items: JsonSchema }
  | { readonly type: 'string'; readonly enum: readonly string[] }
  | { readonly type: Scalar | readonly [Scalar, 'null'] };

type Scalar = 'string' | 'integer' | 'number';

/** An object with exactly these keys, in the order in which they are to be written. */
export function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function oneOf(values: readonly string[]): JsonSchema {
  return { type: 'string', enum: values };
}

export const STRING: JsonSchema = { type: 'string' };
export const INTEGER: JsonSchema = { type: 'integer' };
export const NUMBER: JsonSchema = { type: 'number' };
export const STRING_OR_NULL: JsonSchema = { type: ['string', 'null'] };
