import { join } from 'node:path';
import { type BatchInput, CSV_INDEX, JSON_INDEX, type PlanEntry } from '../batch/index.ts';
import { UsageError } from '../errors/index.ts';
import { findExport } from '../export/index.ts';
import { type ReadSettings, realPath } from '../io/index.ts';

/** Throws a UsageError where results or index would be written over an input. */
export function keepInputs(
  inputs: readonly BatchInput[],
  plan: readonly PlanEntry[],
  { folder, formats }: ReadSettings,
) {
  const read = new Map(inputs.map(({ path }) => [realPath(path), path]));
  const endings = formats.flatMap((name) => findExport(name).endings);
  const results = plan.flatMap(({ target }) => (target === null ? [] : endings.map((ending) => `${target}${ending}`)));
  for (const name of [...results, CSV_INDEX, JSON_INDEX]) {
    const input = read.get(realPath(join(folder, name)));
    if (input !== undefined)
      throw new UsageError(`${input} would be overwritten by its own result`, 'Name another folder with -o.');
  }
}
