export type Host = 'desktop' | 'browser';

/** What the choice of the host depends on; looked at only as far as needed. */
export type HostQuestion = {
  /** What `--host` says; null without it. */
  asked: Host | null;
  /** An option only the browser host has, such as `--port`; null when none was given. */
  browserOption: string | null;
  /** Why no window can open on this machine, as a clause; null when one can. */
  noWindow: string | null;
  /** Finds or fetches the Electron runtime. */
  runtime: () => Promise<Runtime>;
};

export type Runtime = { executable: string } | { executable: null; because: string };

export type HostChoice =
  | { host: 'desktop'; executable: string }
  | { host: 'browser'; because: string | null }
  | { host: 'none'; because: string };

/** The desktop where it can be had; the browser with the reason where not, or where it was asked for. */
export async function chooseHost(question: HostQuestion): Promise<HostChoice> {
  const { asked, browserOption, noWindow } = question;
  if (asked === 'browser') return { host: 'browser', because: null };
  if (asked === null && browserOption !== null) {
    return { host: 'browser', because: `${browserOption} is an option of the browser host` };
  }
  const found: Runtime =
    noWindow === null ? await question.runtime() : { executable: null, because: noWindow };
  if (found.executable !== null) return { host: 'desktop', executable: found.executable };
  return asked === 'desktop'
    ? { host: 'none', because: found.because }
    : { host: 'browser', because: found.because };
}
