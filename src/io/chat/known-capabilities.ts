import { type Capabilities, FORMATS, type Format, looser, UNTRIED } from './capabilities.ts';

/** Port: short notes that outlive a run. A note that is lost or spoilt costs a request or two, nothing more. */
export interface CapabilityMemory {
  recall(name: string): string | null;
  remember(name: string, note: string): void;
}

/** What is known of an endpoint's models. */
export interface KnownCapabilities {
  of(model: string): Capabilities;
  /** Adds what an attempt taught to what others have taught meanwhile. */
  learn(model: string, learned: Capabilities): void;
  /** Puts this in place of all that was known, as an examination may. */
  replace(model: string, found: Capabilities): void;
}

/** Starts from what earlier runs noted down, if anything, and notes down what this one learns. */
export function knownCapabilities(baseUrl: string, memory: CapabilityMemory | null): KnownCapabilities {
  const known = new Map<string, Capabilities>();
  const nameOf = (model: string) => `endpoint ${baseUrl} ${model}`;
  const of = (model: string) => {
    const held = known.get(model) ?? readNote(memory, nameOf(model));
    known.set(model, held);
    return held;
  };
  const replace = (model: string, found: Capabilities) => {
    known.set(model, found);
    try {
      memory?.remember(nameOf(model), JSON.stringify(found));
    } catch {
      // The next run finds it out again.
    }
  };
  return { of, replace, learn: (model, learned) => replace(model, looser(of(model), learned)) };
}

function readNote(memory: CapabilityMemory | null, name: string): Capabilities {
  try {
    const note = memory?.recall(name) ?? null;
    if (note === null) return UNTRIED;
    const { format, refused, systemRole, reasoningRoom } = JSON.parse(note) as Record<string, unknown>;
    return {
      format: FORMATS.includes(format as Format) ? (format as Format) : UNTRIED.format,
      refused: Array.isArray(refused) ? refused.filter((name) => typeof name === 'string') : UNTRIED.refused,
      systemRole: systemRole !== false,
      reasoningRoom: Number.isSafeInteger(reasoningRoom) ? (reasoningRoom as number) : UNTRIED.reasoningRoom,
    };
  } catch {
    return UNTRIED;
  }
}
