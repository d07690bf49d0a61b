import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, posix, win32 } from 'node:path';
import type { Cluster, Context, KubeConfig, User } from '@kubernetes/client-node';
import { z } from 'zod';
import type { MachineFacts } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** A context with what it names, as far as it is there. */
export type Entered = { context: Context; cluster: Cluster | null; user: KnownUser | null };

type KnownUser = Omit<User, 'exec'> & { exec: Program | null };

// The library takes whatever YAML makes of a name: a number, a list.
const said = z.string().min(1).max(10_000);
const readable = {
  context: z.object({ name: said, cluster: said, user: said.nullish(), namespace: said.nullish() }),
  cluster: z.object({ name: said, server: said, proxyUrl: said.nullish() }),
  user: z.object({ name: said, token: z.string().nullish() }),
};

export type Kubeconfig = {
  /** Where it was read. */
  files: string[];
  current: string | null;
  entered: Entered[];
  config: KubeConfig;
};

/** Larger than any that people keep. */
const largest = 8 * 1024 * 1024;

/**
 * The contexts of a kubeconfig: of the given file, or of where kubectl looks for one. The library is
 * loaded when it is first asked for. Nothing that stands in the file is run. Refuses what is not
 * there or is none.
 */
export async function readKubeconfig(
  machine: MachineFacts,
  given: string | null,
): Promise<Kubeconfig> {
  const files = filesOf(machine, given);
  const { KubeConfig: Config } = await import('@kubernetes/client-node');
  const config = new Config();
  let users: KnownUser[] = [];
  let current: string | null = null;
  for (const file of files) {
    const one = new Config();
    try {
      one.loadFromFile(file, { onInvalidEntry: 'filter' });
    } catch {
      throw refuse(
        `${file} is no kubeconfig, or cannot be read. Look at it with: kubectl config view --kubeconfig ${file}`,
      );
    }
    const known = one.users
      .filter((each) => readable.user.safeParse(each).success)
      .map((user) => ({ ...user, exec: programOf(user, dirname(file)) }));
    const clusters = one.clusters.filter((each) => readable.cluster.safeParse(each).success);
    const contexts = one.contexts.filter((each) => readable.context.safeParse(each).success);
    // The first file that names a thing counts, as it does for kubectl.
    config.clusters = withoutRepeated(config.clusters, clusters);
    users = withoutRepeated(users, known);
    config.contexts = withoutRepeated(config.contexts, contexts);
    current ??= said.safeParse(one.currentContext).data ?? null;
  }
  config.users = users;
  const entered = config.contexts.map((context) => ({
    context,
    cluster: config.getCluster(context.cluster),
    user: users.find(({ name }) => name === context.user) ?? null,
  }));
  return { files, current, entered, config };
}

function filesOf({ env, home, os }: MachineFacts, given: string | null): string[] {
  if (given !== null) {
    if (!isAbsolute(given)) {
      throw refuse(
        `“${given.slice(0, 200)}” does not begin at a root. Give the whole path of the file`,
      );
    }
    return [whereItLies(given)];
  }
  const named = (env['KUBECONFIG'] ?? '').split(os === 'win32' ? win32.delimiter : posix.delimiter);
  const there = named.map((path) => path.trim()).filter((path) => path !== '' && existsSync(path));
  return there.length > 0 ? there.map(whereItLies) : [whereItLies(join(home, '.kube', 'config'))];
}

function whereItLies(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Refusal(
      'not_found',
      `There is no kubeconfig at ${path}. Give the path of one on this device`,
      { kubeconfig: 'is not there' },
    );
  }
  if (!stats.isFile()) throw refuse(`${path} is no file. Give the path of a kubeconfig`);
  if (stats.size > largest) throw refuse(`${path} is larger than 8 MB, which no kubeconfig is`);
  return path;
}

const program = z.object({
  apiVersion: z.string().nullish(),
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
});

/**
 * What is started to sign in, told that nobody sits before it; null where nothing is. One named with a
 * relative path lies beside the file that names it.
 */
function programOf({ exec }: User, folder: string): Program | null {
  const found = program.safeParse(exec).data;
  if (found === undefined) return null;
  const { command, args, env, apiVersion } = found;
  const isBeside = /[\\/]/.test(command) && !isAbsolute(command);
  const told = { apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  return {
    command: isBeside ? join(folder, command) : command,
    args: args ?? [],
    env: [...(env ?? []), { name: 'KUBERNETES_EXEC_INFO', value: JSON.stringify(told) }],
  };
}

export type Program = {
  command: string;
  args: string[];
  env: { name: string; value: string }[];
};

function withoutRepeated<Named extends { name: string }>(
  known: readonly Named[],
  more: readonly Named[],
): Named[] {
  const names = new Set(known.map(({ name }) => name));
  return [...known, ...more.filter(({ name }) => !names.has(name))];
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message, { kubeconfig: message });
}
