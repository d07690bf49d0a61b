import { parseArgs } from 'node:util';

export type SharedOptions = {
  workspace: string | null;
  make: 'create' | 'demo' | null;
  actingAs: string | null;
  secretFromStdin: boolean;
  passphraseFile: string | null;
};

export type CliCommand =
  | { name: 'help' }
  | { name: 'procedures' }
  | { name: 'call'; procedure: string; input: string | null }
  | { name: 'verify' }
  | { name: 'gate'; release: string; gate: string | null; json: boolean }
  | { name: 'report'; release: string; out: string | null; at: string | null };

export type ParsedCli =
  { kind: 'run'; command: CliCommand; options: SharedOptions } | { kind: 'wrong'; message: string };

class Usage extends Error {}

/** Reads a command line; never throws. What is unknown or left over is wrong usage. */
export function parseCli(argv: readonly string[]): ParsedCli {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        create: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        as: { type: 'string' },
        'secret-stdin': { type: 'boolean', default: false },
        'passphrase-file': { type: 'string' },
        gate: { type: 'string' },
        release: { type: 'string' },
        json: { type: 'boolean' },
        out: { type: 'string' },
        at: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const options: SharedOptions = {
      workspace: values.workspace ?? null,
      make: values.create ? 'create' : values.demo ? 'demo' : null,
      actingAs: values.as ?? null,
      secretFromStdin: values['secret-stdin'],
      passphraseFile: values['passphrase-file'] ?? null,
    };
    const command: CliCommand = values.help ? { name: 'help' } : commandOf(positionals, values);
    if (values.create && values.demo) throw new Usage('Give --create or --demo, not both.');
    if (values.create && !values.workspace) throw new Usage('--create needs --workspace FILE.');
    refuseStray(command.name, values);
    checkStdin(command, options);
    if (needsWorkspace(command) && !values.workspace && !values.demo) {
      throw new Usage(`"${command.name}" needs --workspace FILE.`);
    }
    return { kind: 'run', command, options };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

type Own = { release?: string; gate?: string; json?: boolean; out?: string; at?: string };

function commandOf([name, ...rest]: string[], own: Own): CliCommand {
  const { out, at } = own;
  switch (name) {
    case undefined:
      throw new Usage('Expected a command and found none.');
    case 'help':
      return { name };
    case 'call': {
      const [procedure, input] = taken(rest, 1, 2, 'PROCEDURE and its input');
      return { name, procedure: procedure ?? '', input: input ?? null };
    }
    case 'gate':
      return gateOf(rest, own);
    case 'report': {
      const [release = ''] = taken(rest, 1, 1, 'one RELEASE');
      return { name, release, out: out ?? null, at: at ?? null };
    }
    case 'verify':
    case 'procedures':
      taken(rest, 0, 0, 'nothing');
      return { name };
    default:
      throw new Usage(`There is no command "${name}".`);
  }
}

/** The release is a word or an option, as pipelines like it; not both. */
function gateOf(rest: string[], { release, gate, json = false }: Own): CliCommand {
  const name = 'gate';
  if (release === undefined) {
    const [word = ''] = taken(rest, 1, 1, 'one RELEASE');
    return { name, release: word, gate: gate ?? null, json };
  }
  taken(rest, 0, 0, 'nothing beside --release');
  return { name, release, gate: gate ?? null, json };
}

function taken(rest: string[], least: number, most: number, expected: string): string[] {
  if (rest.length < least || rest.length > most) {
    throw new Usage(`Expected ${expected} and found ${rest.length} words: put JSON in quotes.`);
  }
  return rest;
}

/** An option that does nothing here is more likely a slip than a wish. */
function refuseStray(name: CliCommand['name'], values: Own): void {
  const belongs = {
    ...{ release: 'gate', gate: 'gate', json: 'gate' },
    ...{ out: 'report', at: 'report' },
  } as const;
  for (const option of ['release', 'gate', 'json', 'out', 'at'] as const) {
    if (values[option] !== undefined && belongs[option] !== name && name !== 'help') {
      throw new Usage(`--${option} belongs to "${belongs[option]}", not to "${name}".`);
    }
  }
}

function checkStdin(command: CliCommand, options: SharedOptions): void {
  if (!options.secretFromStdin) return;
  if (command.name !== 'call') throw new Usage('--secret-stdin belongs to "call".');
  if (command.input === '-') {
    throw new Usage('Standard input can hold the input or the secret, not both: use @FILE.');
  }
}

function needsWorkspace({ name }: CliCommand): boolean {
  return name === 'verify' || name === 'gate' || name === 'report';
}
