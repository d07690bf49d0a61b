import { spawn } from 'node:child_process';

/** The command that shows a URL in the user's browser, or null where there is no screen. */
export function browserCommand(
  os: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  url: string,
): [string, ...string[]] | null {
  // Not "cmd /c start": cmd would read "&" in a URL as the end of the command.
  if (os === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  if (os === 'darwin') return ['open', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : null;
}

/** Starts the command and lets go of it; resolves to false when it cannot be started. */
export function startDetached([program, ...parameters]: [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
