import { type Command, Option } from 'commander';

/** Flags that choose who reads, and what that may cost. */
export interface ReaderFlags {
  readonly model?: string;
  readonly baseUrl?: string;
  readonly apiKeyFile?: string;
  readonly maxCost?: string;
  readonly maxTokens?: string;
  readonly deadline?: string;
  readonly review?: boolean;
  readonly cache?: boolean;
  readonly rules?: boolean;
  readonly dryRun?: boolean;
  readonly knownOnly?: boolean;
  readonly record?: string;
  readonly replay?: string;
}

const DRY_RUN = 'print what the model would be asked and what that comes to; ask nothing';

/** Adds them to a command; settings and environment stand in for the first six. */
export function withReader(command: Command, dryRun = DRY_RUN): Command {
  return command
    .option('--model <name>', 'have a model read, at any OpenAI-compatible endpoint (CRUX_MODEL)')
    .option('--base-url <url>', 'address of the endpoint (OPENAI_BASE_URL)')
    .option('--api-key-file <file>', 'file whose first line is the key (or OPENAI_API_KEY)')
    .option('--max-cost <money>', 'stop before the run costs more (needs prices, see crux config)')
    .option('--max-tokens <count>', 'stop before the run takes more tokens, in and out')
    .option('--deadline <seconds>', 'what one call may take')
    .option('--no-review', 'leave out the second looks at disagreements and agreements')
    .option('--no-cache', 'neither use nor keep answers')
    .option('--dry-run', dryRun)
    .option('--known-only', 'use answers that are at hand and ask nobody')
    .option('--record <tape>', 'write down all questions and answers')
    .option('--replay <tape>', 'take answers from such a tape only')
    .addOption(new Option('--rules', 'use the embedded reader whatever the settings say').conflicts('model'));
}
