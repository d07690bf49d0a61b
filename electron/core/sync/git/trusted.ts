import type { MachineFacts } from '#core/platform.ts';
import { findGit, plainEnvironment } from './program.ts';
import { run } from './run.ts';

/**
 * The folders of others that whoever works here, or this machine, has told git to trust. Read from
 * those two files alone and never from a repository. A pattern for all folders is not among them.
 */
export async function trustedFolders(
  machine: MachineFacts,
  signal: AbortSignal,
): Promise<string[]> {
  const program = findGit(machine);
  if (program === null) return [];
  const xdg = machine.env['XDG_CONFIG_HOME'];
  const environment = {
    ...plainEnvironment(machine),
    ...(xdg === undefined ? {} : { XDG_CONFIG_HOME: xdg }),
  };
  const asked = ['--global', '--system'].map((where) =>
    run(
      {
        program,
        args: ['config', where, '--type=path', '--null', '--get-all', 'safe.directory'],
        environment,
      },
      signal,
    ),
  );
  const answers = await Promise.all(asked);
  return answers
    .flatMap(({ fields }) => fields)
    .filter((folder) => folder !== '' && folder !== '*');
}
