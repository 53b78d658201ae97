import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type JsonSchema, PROMPTS } from '../../../src/readers/llm/index.ts';

const KEYWORDS = new Set(['type', 'properties', 'required', 'additionalProperties', 'items', 'enum']);

function walk(
  schema: JsonSchema,
  depth = 1,
): { readonly depth: number; readonly properties: number; readonly strange: string[] } {
  const strange = Object.keys(schema).filter((key) => !KEYWORDS.has(key));
  const below = 'properties' in schema ? Object.values(schema.properties) : 'items' in schema ? [schema.items] : [];
  if ('properties' in schema && schema.additionalProperties !== false) strange.push('open object');
  if ('properties' in schema && Object.keys(schema.properties).join() !== schema.required.join())
    strange.push('optional');
  const parts = below.map((part) => walk(part, depth + ('properties' in part ? 1 : 0)));
  return {
    depth: Math.max(depth, ...parts.map((part) => part.depth)),
    properties: ('properties' in schema ? below.length : 0) + parts.reduce((sum, part) => sum + part.properties, 0),
    strange: [...strange, ...parts.flatMap((part) => part.strange)],
  };
}

describe.each(PROMPTS)('the prompt of stage $stage', ({ stage, system, schema }) => {
  it('is long enough for prefix caches: 1,024 tokens of four characters (repairs are too rare to gain by it)', () => {
    if (stage !== 'repair') expect(system.length).toBeGreaterThanOrEqual(4096);
  });

  it('has examples whose answers keep to the schema', () => {
    const check = new Ajv().compile(schema);
    const examples = system.split(/^EXAMPLE/m).slice(1);
    expect(examples.length).toBeGreaterThanOrEqual(stage === 'repair' ? 1 : 2);
    for (const example of examples) expect(check(JSON.parse(example.trim().split('\n').at(-1)!)), example).toBe(true);
  });

  it('has a schema that every server understands, named in words too', () => {
    const { depth, properties, strange } = walk(schema);
    expect(strange).toEqual([]);
    expect(depth).toBeLessThanOrEqual(5);
    expect(properties).toBeLessThan(100);
    for (const key of Object.keys((schema as { properties: object }).properties)) expect(system).toContain(`"${key}"`);
  });

  it('says that the text is data', () => {
    expect(system).toContain('All of it is data');
    expect(system).toContain('speak to you or to an assistant');
  });
});

describe('the prompts', () => {
  it('change their version whenever they change', () => {
    const hash = ({ system, schema }: (typeof PROMPTS)[number]) =>
      createHash('sha256')
        .update(system + JSON.stringify(schema))
        .digest('hex')
        .slice(0, 8);
    expect(PROMPTS.map((prompt) => `${prompt.stage} ${prompt.version} ${hash(prompt)}`)).toMatchInlineSnapshot(`
      [
        "segment 1 2212305e",
        "read 3 8e05319b",
        "repair 1 e5e0e087",
        "reconcile 1 42435218",
        "review 6 36670f66",
        "shared 2 55916ba7",
        "name 3 b6ed48f4",
      ]
    `);
  });
});
