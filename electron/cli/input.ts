import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '#shared/model/refusal.ts';

export type InputSource = { cwd: string; readStdin: () => Promise<string> };

/** The input of a call from JSON text, `@file`, `-` (standard input), or nothing for `{}`. */
export async function readInput(given: string | null, source: InputSource): Promise<unknown> {
  if (given === null) return {};
  if (given === '-') return parse(await source.readStdin(), 'standard input');
  if (!given.startsWith('@')) return parse(given, 'the argument');
  const path = resolve(source.cwd, given.slice(1));
  return parse(readText(path), path);
}

/** `input` with the secret from standard input in the field where the procedure expects it. */
export async function withSecret(
  procedure: string,
  input: unknown,
  source: InputSource,
): Promise<unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new Refusal('invalid_input', 'Expected an object as the input, to put the secret into.');
  }
  const secret = (await source.readStdin()).replace(/\r?\n$/, '');
  if (secret === '') {
    throw new Refusal(
      'invalid_input',
      'Expected a secret on standard input and found none. Pipe it in, for example from a password manager.',
    );
  }
  return { ...input, [procedure === 'device.unlockSecrets' ? 'passphrase' : 'token']: secret };
}

/** The first line of a file, for a passphrase. */
export function readFirstLine(path: string): string {
  return readText(path).split(/\r?\n/, 1)[0] ?? '';
}

/**
 * File names in an input are meant from where the command was typed, but the program that runs it
 * may be another one, somewhere else.
 */
export function absolutePaths(input: unknown, cwd: string): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => {
      if (key === 'path' && typeof value === 'string' && value !== '') {
        return [key, resolve(cwd, value)];
      }
      return [key, key === 'file' ? absolutePaths(value, cwd) : value];
    }),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('not_found', `The file ${path} cannot be read (${reason}). Check its name.`);
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('invalid_input', `Expected JSON in ${where}: ${reason}.`);
  }
}
