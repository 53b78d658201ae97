/** What went wrong (`message`: what and where), what to do next (`hint`) and the exit code that the command line gives for it. */
export abstract class CruxError extends Error {
  abstract readonly code: string;
  abstract readonly exitCode: number;
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.hint = hint;
  }
}

/** The command was called in a way that it does not understand. */
export class UsageError extends CruxError {
  readonly code = 'usage';
  readonly exitCode = 2;
}

/** An input cannot be read as a discussion. */
export class SourceError extends CruxError {
  readonly code = 'source';
  readonly exitCode = 2;
}

/** An input is of no kind that any source reads: a picture, a web page, JSON of something else. */
export class UnknownSource extends SourceError {}

/** A setting is missing or contradicts another one. */
export class ConfigError extends CruxError {
  readonly code = 'config';
  readonly exitCode = 2;
}

/** A reader could not label; `retryable` says whether the same call may go through later. */
export class LabelError extends CruxError {
  readonly code = 'label';
  readonly exitCode = 1;
  readonly retryable: boolean;

  constructor(message: string, retryable: boolean, hint: string | null = null, cause?: unknown) {
    super(message, hint, cause);
    this.retryable = retryable;
  }
}

/** The user stopped the run. */
export class Interrupted extends CruxError {
  readonly code = 'interrupted';
  readonly exitCode = 130;
}

/** A broken promise inside the program: ours to mend. */
export class InternalError extends CruxError {
  readonly code = 'internal';
  readonly exitCode = 70;
}
