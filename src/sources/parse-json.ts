import { SourceError } from '../errors/index.ts';
import { findJsonFault } from './json-fault.ts';

/**
 * The value of a JSON text. Throws a SourceError with name, line and column (UTF-16, from 1) of the first fault;
 * `shape` is a short example of what the file should look like.
 */
export function parseJson(text: string, name: string, shape: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { offset, wanted } = findJsonFault(text) ?? { offset: 0, wanted: 'JSON' };
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    const found = offset >= text.length ? 'the file ends' : `there is ${JSON.stringify(text[offset])}`;
    throw new SourceError(
      `${name}:${line}:${column}: broken JSON: expected ${wanted}, but ${found}`,
      `The whole file should look like ${shape}. If it was cut off while saving, save it again.`,
      cause,
    );
  }
}
