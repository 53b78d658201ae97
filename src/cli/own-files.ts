import { UsageError } from '../errors/index.ts';
import { readOwnFile, writePrivate } from '../io/index.ts';
import {
  changeSetting,
  checkSettingName,
  parseSettingsFile,
  SETTING_NAMES,
  SETTINGS,
  serializeSettingsFile,
} from '../store/index.ts';
import { API_KEY, describeKey, setKey, unsetKey } from './api-key.ts';
import type { Output } from './output.ts';
import { loadSettings, openCache } from './wire.ts';

/** `crux config`: prints settings with where they come from, changes one, or names the file. */
export async function config(
  action: string | undefined,
  name: string | undefined,
  value: string | undefined,
  output: Output,
) {
  const { settings, files } = await loadSettings({});
  if (action === 'path') return output.data(files.settings);
  if (name === API_KEY && action === 'set') return setKey(value, files, settings, output);
  if (name === API_KEY && action === 'unset' && value === undefined) return unsetKey(files, output);
  if (action === 'set' || action === 'unset') {
    if (name === undefined || (action === 'set') !== (value !== undefined))
      throw new UsageError(
        `crux config ${action}: wrong number of words`,
        'Write crux config set NAME VALUE or crux config unset NAME.',
      );
    const file = parseSettingsFile(await readOwnFile(files.settings), files.settings);
    const changed = changeSetting(file, checkSettingName(name), value ?? null);
    await writePrivate(files.settings, serializeSettingsFile(changed));
    return output.talk(`${name} ${value === undefined ? 'is no longer set' : 'is set'} in ${files.settings}`);
  }
  if (action !== undefined && action !== 'get')
    throw new UsageError(`crux config ${action}: no such action`, 'Actions: get, set, unset, path.');
  if (name === API_KEY) return output.data(await describeKey(files, settings, output));
  const names = name === undefined ? SETTING_NAMES : [checkSettingName(name)];
  const rows = names.map((each) => {
    const held = settings.values[each];
    return `${each.padEnd(14)} ${String(held ?? '(not set)').padEnd(30)} ${settings.origins[each].padEnd(12)} ${SETTINGS[each].about}`;
  });
  if (name === undefined) rows.push(await describeKey(files, settings, output));
  output.data(rows.map((row) => row.trimEnd()).join('\n'));
}

/** `crux cache`: what answers are kept, where, and how to be rid of them. */
export async function cache(action: string | undefined, output: Output): Promise<void> {
  const { files } = await loadSettings({});
  if (action === 'path') return output.data(files.answers);
  if (action !== undefined && action !== 'stats' && action !== 'clear')
    throw new UsageError(`crux cache ${action}: no such action`, 'Actions: stats, clear, path.');
  const answers = await openCache(files);
  try {
    if (action === 'clear') return output.talk(`removed ${answers.clear()} answers`);
    const { answers: count, replyBytes, shares } = answers.stats();
    const rows = shares.map(
      (share) =>
        `  ${share.stage.padEnd(10)} ${share.model}: ${share.answers} answers, ${share.inputTokens} tokens in, ${share.outputTokens} out`,
    );
    output.data([`${count} answers, ${Math.ceil(replyBytes / 1024)} kB`, ...rows].join('\n'));
  } finally {
    answers.close();
  }
}
