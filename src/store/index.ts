export {
  type AnswerCache,
  type CacheShare,
  type CacheStats,
  openAnswerCache,
  type StoredAnswer,
} from './answer-cache.ts';
export { openBatchLedger } from './batch-ledger.ts';
export { type CachedClient, type CacheUse, cachedClient, LASTING, recallReply, toStored } from './cached-client.ts';
export { checkKey } from './check-key.ts';
export { checkSetting, checkSettingName } from './check-setting.ts';
export { type Environment, type OwnFiles, ownFiles } from './folders.ts';
export {
  findAccount,
  findKey,
  type KeySource,
  type Origin,
  type ResolvedSettings,
  resolveSettings,
  type SettingFlags,
} from './resolve-settings.ts';
export { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './settings.ts';
export { changeSetting, parseSettingsFile, type SettingsFile, serializeSettingsFile } from './settings-file.ts';
