import type { CapabilityMemory } from '../chat/known-capabilities.ts';

/** A batch that is about to be started (`id` null) or was; `label` tells which file it is of. */
export interface StartedBatch {
  readonly label: string;
  readonly id: string | null;
}

/** What outlives a run of rounds, so that one that was cut short goes on and pays for nothing twice. */
export interface BatchNotes {
  /** Batches whose results are not taken in yet. */
  waiting(): readonly StartedBatch[];
  /** Ids of batches whose results were taken in: an equal file is to be a new batch. */
  spent(): ReadonlySet<string>;
  /** To be called before a batch is started, and again once its id is known. */
  start(label: string, id: string | null): void;
  /** Its results are kept elsewhere, or there will be none. */
  end(batch: StartedBatch): void;
}

const MOST_SPENT = 500;

/** Notes on the batches of one endpoint. Unreadable notes count as none: the service finds batches by their label too. */
export function batchNotes(baseUrl: string, memory: CapabilityMemory): BatchNotes {
  const name = `batches ${baseUrl}`;
  const read = () => readNote(memory.recall(name));
  const write = (waiting: readonly StartedBatch[], spent: readonly string[]) =>
    memory.remember(name, JSON.stringify({ waiting, spent: spent.slice(-MOST_SPENT) }));
  return {
    waiting: () => read().waiting,
    spent: () => new Set(read().spent),
    start: (label, id) => {
      const { waiting, spent } = read();
      write([...waiting.filter((other) => other.label !== label), { label, id }], spent);
    },
    end: ({ label, id }) => {
      const { waiting, spent } = read();
      const others = waiting.filter((other) => other.label !== label);
      write(others, id === null || spent.includes(id) ? spent : [...spent, id]);
    },
  };
}

interface Note {
  readonly waiting: readonly StartedBatch[];
  readonly spent: readonly string[];
}

function readNote(text: string | null): Note {
  try {
    const { waiting, spent } = JSON.parse(text ?? '{}') as Partial<Note>;
    return {
      waiting: (waiting ?? []).filter(
        ({ label, id }) => typeof label === 'string' && (id === null || typeof id === 'string'),
      ),
      spent: (spent ?? []).filter((id) => typeof id === 'string'),
    };
  } catch {
    return { waiting: [], spent: [] };
  }
}
