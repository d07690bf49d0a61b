import { parseArgs } from 'node:util';

export type HostArguments = {
  workspace: string | null;
  /** What to make when the workspace file does not exist; `demo` may also go without a file. */
  make: 'create' | 'demo' | null;
  port: number;
  open: boolean;
  devOrigin: string | null;
};

export type ParsedArguments =
  { kind: 'run'; arguments: HostArguments } | { kind: 'help' } | { kind: 'wrong'; message: string };

export const hostHelp = `Slipway in the browser: serves the application on this machine only.

  slipway serve [options]          (npm start -- [options])

  --workspace FILE   open this workspace
  --create           make FILE when it does not exist
  --demo             open the demo workspace (made as FILE when that is given and does not exist)
  --port N           listen on this port (without it: any free one)
  --no-open          do not open the browser
  --dev-origin URL   one more origin whose page may call, for the renderer's development server
  --help             this text

The first line on standard output is {"url":"…"}; everything else goes to standard error.
`;

/** Reads the command line of the browser host; never throws. */
export function parseHostArguments(argv: readonly string[]): ParsedArguments {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        workspace: { type: 'string' },
        create: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        'dev-origin': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.create && values.demo) return wrong('Give --create or --demo, not both.');
    if (values.create && !values.workspace) {
      return wrong('--create needs --workspace FILE, the file to make.');
    }
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      return wrong(`Expected a port from 0 to 65535 after --port and found "${values.port}".`);
    }
    const devOrigin = values['dev-origin'] ?? null;
    if (devOrigin !== null && !isLoopbackOrigin(devOrigin)) {
      return wrong(
        `Expected an origin on this machine such as http://127.0.0.1:5173 after --dev-origin and found "${devOrigin}".`,
      );
    }
    return {
      kind: 'run',
      arguments: {
        workspace: values.workspace ?? null,
        make: values.create ? 'create' : values.demo ? 'demo' : null,
        port,
        open: !values['no-open'],
        devOrigin,
      },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): ParsedArguments {
  return { kind: 'wrong', message };
}

function isLoopbackOrigin(text: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/.test(text);
}
