import type { Host } from './choose-host.ts';

export type StartArguments = {
  asked: Host | null;
  /** The first option only the browser host knows. */
  browserOption: string | null;
  /** Everything but `--host`; the host itself says what is wrong with it. */
  rest: string[];
};

const browserOptions = ['--port', '--no-open', '--dev-origin'];

/** Takes `--host browser|desktop` out of a command line. Throws a message for another host. */
export function parseStartArguments(argv: readonly string[]): StartArguments {
  const rest = [...argv];
  let asked: Host | null = null;
  const at = rest.findIndex((word) => word === '--host' || word.startsWith('--host='));
  if (at >= 0) {
    const inOne = rest[at]?.split('=')[1];
    asked = hostNamed(inOne ?? rest[at + 1]);
    rest.splice(at, inOne === undefined ? 2 : 1);
  }
  const names = rest.map((word) => word.split('=')[0]);
  return {
    asked,
    browserOption: browserOptions.find((name) => names.includes(name)) ?? null,
    rest,
  };
}

function hostNamed(name: string | undefined): Host {
  if (name === 'browser' || name === 'desktop') return name;
  throw new Error(`Expected "browser" or "desktop" after --host and found "${name ?? ''}".`);
}
