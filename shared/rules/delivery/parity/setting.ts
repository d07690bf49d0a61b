import { Refusal } from '#shared/model/refusal.ts';

/**
 * A setting as a file has it. `value` is held against another and goes no further: no message, no
 * answer and no row repeats what stands in a file of settings beside its keys.
 */
export type Setting = {
  key: string;
  value: string;
  /** Null where the format knows only texts: then `5` and `"5"` are the same. */
  type: 'text' | 'number' | 'boolean' | 'null' | 'empty' | null;
  secret: boolean;
  line: number;
};

export type ReadSettings = {
  settings: Setting[];
  /** What whoever compares has to know: keys that stand twice, what was left out. */
  notes: string[];
};

/** Files of settings are small; what is bigger was not meant to be compared. Bytes. */
export const largestSettings = 512 * 1024;
export const mostSettings = 10_000;
const mostNotes = 50;

/** A file that cannot be read as settings, with what to do. */
export function notSettings(message: string): Refusal {
  return new Refusal('invalid_input', message, { file: message });
}

/** The last of those with the same key counts, as in every program that reads them; the rest are told. */
export function settled({ settings, notes }: ReadSettings): ReadSettings {
  if (settings.length > mostSettings) {
    throw notSettings(
      `The file has more than ${mostSettings.toLocaleString('en')} settings. Compare a part of it.`,
    );
  }
  const byKey = new Map<string, Setting>();
  const twice: string[] = [];
  for (const setting of settings) {
    const before = byKey.get(setting.key);
    if (before !== undefined) {
      twice.push(
        `${setting.key} stands in line ${before.line} and again in line ${setting.line}; the last counts.`,
      );
    }
    byKey.set(setting.key, setting);
  }
  return { settings: [...byKey.values()], notes: shortened([...notes, ...twice]) };
}

function shortened(notes: readonly string[]): string[] {
  if (notes.length <= mostNotes) return [...notes];
  return [...notes.slice(0, mostNotes), `And ${notes.length - mostNotes} more of the kind.`];
}
