export {
  ConfigError,
  CruxError,
  InternalError,
  Interrupted,
  LabelError,
  SourceError,
  UnknownSource,
  UsageError,
} from './crux-error.ts';
export type { Notice } from './notice.ts';
