import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PrintPdf } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FolderFacts } from '../device/folders.ts';
import { browserVariable, findBrowser, lookedFor } from './find-browser.ts';
import { withPrintFile } from './print-file.ts';

export type BrowserPdfOptions = FolderFacts & {
  /** Whether this is the superuser, whom Chromium refuses its sandbox. */
  superuser: boolean;
  /** After so many milliseconds the browser is ended. */
  deadlineMs?: number;
};

/** What people can do without a browser that the program finds. */
const wayOut = 'Or print from the page and choose “Save as PDF” there, which gives the same pages.';

/** Alone, quiet, and without a way to the network: the document has all it needs. */
const flags = [
  '--headless',
  '--no-pdf-header-footer',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** PDFs by a Chromium of this machine, started for each with a profile of its own. */
export function browserPdf(options: BrowserPdfOptions): PrintPdf {
  const { superuser, deadlineMs = 60_000 } = options;
  return async (html, page, signal) => {
    signal.throwIfAborted();
    const program = findBrowser(options);
    if (program === null) throw noBrowser(options);
    return withPrintFile(html, page, async ({ url, folder }) => {
      const target = join(folder, 'document.pdf');
      const told = await runToEnd(
        program,
        [
          ...flags,
          // The document runs nothing and loads nothing: what is left of the sandbox's use is small.
          ...(superuser ? ['--no-sandbox'] : []),
          `--user-data-dir=${join(folder, 'profile')}`,
          `--print-to-pdf=${target}`,
          url,
        ],
        { signal, deadlineMs },
      );
      const bytes = await readFile(target).catch(() => null);
      if (bytes === null) {
        const last = told === '' ? '' : ` It said: ${told}`;
        throw failed(program, `ended without one.${last}`);
      }
      return bytes;
    });
  };
}

function noBrowser(facts: FolderFacts): Refusal {
  return new Refusal(
    'unavailable',
    `A PDF is made by Chromium, Chrome or Edge, and none was found on this machine. Looked for ${lookedFor(facts)}. Install one, or name one in ${browserVariable}. ${wayOut}`,
  );
}

function failed(program: string, what: string): Refusal {
  return new Refusal(
    'unavailable',
    `Expected ${basename(program)} to make a PDF, and it ${what} Try again, or name another browser in ${browserVariable}. ${wayOut}`,
  );
}

/** How long a browser may take that was asked to end, and helpers that outlive it. */
const patienceMs = 2_000;

type Until = { signal: AbortSignal; deadlineMs: number };

/** Gives the last line the program said to standard error, once it has ended. */
async function runToEnd(
  program: string,
  parameters: readonly string[],
  { signal, deadlineMs }: Until,
): Promise<string> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const until = AbortSignal.any([signal, deadline]);
  const ended = Promise.withResolvers<string>();
  let told = '';
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: until,
  });
  let patience: ReturnType<typeof setTimeout> | undefined;
  // It is asked to end, which tidies up what it left outside of its folder, before it is made to.
  const insist = () => (patience = setTimeout(() => child.kill('SIGKILL'), patienceMs));
  until.addEventListener('abort', insist, { once: true });
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => (told = `${told}${text}`.slice(-2_000)));
  const last = () => told.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  let failure: Error | null = null;
  child.on('error', (error) => {
    failure = error;
    // A program that could not be started never closes.
    if (child.pid === undefined) ended.resolve('');
  });
  // Until its own helpers have ended too they may write into the folder that is taken away.
  child.once('close', () => ended.resolve(last()));
  child.once('exit', () => {
    clearTimeout(patience);
    patience = setTimeout(() => ended.resolve(last()), patienceMs);
  });
  const said = await ended.promise;
  clearTimeout(patience);
  until.removeEventListener('abort', insist);
  child.stderr.destroy();
  signal.throwIfAborted();
  if (deadline.aborted) throw failed(program, `did not end within ${deadlineMs / 1_000} seconds.`);
  if (failure !== null) throw failed(program, 'could not be started.');
  return said;
}
