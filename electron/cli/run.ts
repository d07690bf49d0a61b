import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { assertNever, Refusal } from '#shared/model/refusal.ts';
import { parseCli, type CliCommand, type SharedOptions } from './arguments.ts';
import { help } from './help.ts';
import { absolutePaths, readInput, withSecret } from './input.ts';
import { releaseNamed, valueOf } from './release-named.ts';
import { startSession, type CliWorld, type Session } from './session.ts';

export type ExitStatus = 0 | 1 | 2 | 3;

/** Runs one command line to its end; the value goes to `out`, an error as JSON to `err`. */
export async function runCli(argv: readonly string[], world: CliWorld): Promise<ExitStatus> {
  const parsed = parseCli(argv);
  if (parsed.kind === 'wrong') {
    world.err(`${parsed.message}\n\n${help}`);
    return 2;
  }
  const session = startSession(world, parsed.options, parsed.command.name === 'gate');
  try {
    return await runCommand(parsed.command, parsed.options, session, world);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, fields } = error;
    world.err(json({ code, message, fields }, world));
    return 1;
  } finally {
    await session.close();
  }
}

async function runCommand(
  command: CliCommand,
  options: SharedOptions,
  session: Session,
  world: CliWorld,
): Promise<ExitStatus> {
  switch (command.name) {
    case 'help':
      world.out(help);
      return 0;
    case 'procedures':
      world.out(json(world.describeContract(), world));
      return 0;
    case 'call':
      return call(command, options, session, world);
    case 'verify':
      return verify(session, world);
    case 'gate':
      return gate(command, session, world);
    case 'report':
      return report(command, session, world);
    default:
      return assertNever(command);
  }
}

async function call(
  { procedure, input }: Extract<CliCommand, { name: 'call' }>,
  { secretFromStdin }: SharedOptions,
  session: Session,
  world: CliWorld,
): Promise<ExitStatus> {
  const read = absolutePaths(await readInput(input, world), world.cwd);
  const complete = secretFromStdin ? await withSecret(procedure, read, world) : read;
  world.out(json(await valueOf(session, procedure, complete), world));
  if (secretFromStdin && procedure === 'connections.save' && session.forgetsSecrets()) {
    world.err(
      'The token was kept in memory and is forgotten now. Give --passphrase-file FILE as well to keep it in the encrypted file, or give the token with each connections.sync.\n',
    );
  }
  return 0;
}

async function verify(session: Session, world: CliWorld): Promise<ExitStatus> {
  const found = await valueOf(session, 'workspace.verify', {});
  world.out(json(found, world));
  return z.object({ ok: z.boolean() }).parse(found).ok ? 0 : 1;
}

const answer = z.looseObject({ passed: z.boolean(), reason: z.string() });

/** One line says it: on standard output when the pipeline may go on, on standard error when not. */
async function gate(
  { release, gate: wanted, json: asJson }: Extract<CliCommand, { name: 'gate' }>,
  session: Session,
  world: CliWorld,
): Promise<ExitStatus> {
  const closed = await session.refusal();
  const input = { release, gate: wanted ?? undefined };
  if (closed !== null) {
    // A pipeline can tell "not yet" from "nobody could be asked".
    world.err(`${closed.message}\n`);
    return 3;
  }
  const found = await session.call('gates.answer', input);
  if (!found.ok) {
    const { code, message } = found.error;
    world.err(`${message}\n`);
    return code === 'not_found' || code === 'conflict' ? 1 : 3;
  }
  const { passed, reason } = answer.parse(found.value);
  if (asJson) world.out(json(found.value, world));
  if (!passed) world.err(`${reason}\n`);
  else if (!asJson) world.out(`${reason}\n`);
  return passed ? 0 : 1;
}

const dossier = z.object({ fileName: z.string(), text: z.string(), sha256: z.string() });

async function report(
  { release, out, at }: Extract<CliCommand, { name: 'report' }>,
  session: Session,
  world: CliWorld,
): Promise<ExitStatus> {
  const releaseId = await releaseNamed(session, release);
  const made = await valueOf(session, 'reports.dossier', { releaseId, at: at ?? undefined });
  const { fileName, text, sha256 } = dossier.parse(made);
  if (out === '-') {
    world.out(text);
    return 0;
  }
  const file = resolve(world.cwd, out ?? fileName);
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'unavailable',
      `${file} cannot be written (${reason}). Choose another --out.`,
    );
  }
  world.out(json({ file, sha256 }, world));
  return 0;
}

function json(value: unknown, { pretty }: CliWorld): string {
  return `${JSON.stringify(value, null, pretty ? 2 : 0)}\n`;
}
