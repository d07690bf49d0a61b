import type { OutgoingHttpHeaders } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { ChosenContext, MachineFacts } from '#core/platform.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { DeadlinePassed, withDeadline } from '../http/deadline.ts';
import type { Way } from '../http/way.ts';
import { shorten } from '../reading/place.ts';
import { readKubeconfig, type Entered } from './kubeconfig.ts';

/** A context as people choose among them. */
export type ListedContext = {
  name: string;
  server: string;
  namespace: string | null;
  signsIn: 'token' | 'certificate' | 'program' | 'nothing';
  /** What is started on this device to sign in; null where nothing is. */
  program: string | null;
  /** Why it cannot be used, and what to do; null where it can. */
  trouble: string | null;
};

/** The contexts of a kubeconfig, by name. Nothing in it is run. */
export async function listContexts(machine: MachineFacts, given: string | null) {
  const { files, current, entered } = await readKubeconfig(machine, given);
  const contexts = entered
    .map((each): ListedContext => ({
      name: each.context.name,
      server: each.cluster?.server ?? '',
      namespace: each.context.namespace ?? null,
      signsIn: signsIn(each),
      program: programIn(each),
      trouble: troubleWith(each),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return { files, current, contexts };
}

/** What a context comes to: where its cluster is, and what it is asked with. */
export type Access = {
  server: string;
  namespace: string | null;
  token: string | null;
  way: Pick<Way, 'ca' | 'identity'> & { proxy: string | null };
};

/** A program may ask the network who somebody is; it is not waited for longer. */
const programMs = 60_000;

/**
 * Signs in by a context: reads its certificates, and runs its program where it names one. Refuses a
 * context that is not there or cannot be used, and a program that fails, in words.
 */
export async function enterContext(
  machine: MachineFacts,
  { name, kubeconfig }: ChosenContext,
  signal: AbortSignal | undefined,
): Promise<Access> {
  const { files, entered, config } = await readKubeconfig(machine, kubeconfig);
  const found = entered.find(({ context }) => context.name === name);
  if (found === undefined) {
    throw new Refusal(
      'not_found',
      `There is no context ${name} in ${files.join(', ')}. Choose one of its contexts`,
    );
  }
  const trouble = troubleWith(found);
  if (trouble !== null) throw new Refusal('precondition_failed', trouble);
  config.setCurrentContext(name);
  const headers: OutgoingHttpHeaders = {};
  const asked: RequestOptions = { headers };
  try {
    await withDeadline(programMs, signal, (ended) =>
      untilEnded(config.applyToHTTPSOptions(asked), ended),
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw notSignedIn(found, error);
  }
  const { ca, cert, key } = asked;
  const identity = cert && key ? { cert: textOf(cert), key: textOf(key) } : null;
  return {
    server: found.cluster?.server ?? '',
    namespace: found.context.namespace ?? null,
    token: tokenIn(headers['Authorization']),
    way: {
      ca: ca ? textOf(ca) : null,
      proxy: found.cluster?.proxyUrl ?? null,
      ...(identity === null ? {} : { identity }),
    },
  };
}

function signsIn({ user }: Entered): ListedContext['signsIn'] {
  if (user?.exec) return 'program';
  if (user?.token) return 'token';
  return user?.certData || user?.certFile ? 'certificate' : 'nothing';
}

function programIn({ user }: Entered): string | null {
  return user?.exec ? shorten([user.exec.command, ...user.exec.args].join(' '), 300) : null;
}

/** What stands in a context that would weaken a connection, or that cannot be done. */
function troubleWith({ context, cluster, user }: Entered): string | null {
  const { name } = context;
  if (cluster === null) {
    return `The context ${name} names the cluster ${context.cluster}, which is not in the kubeconfig. Add it, or choose another context`;
  }
  if (user === null) {
    return `The context ${name} names ${context.user ? `the user ${context.user}, who is not in the kubeconfig or cannot be read` : 'no user'}. Add them, or choose another context`;
  }
  if (!/^https:/i.test(cluster.server)) {
    return `The context ${name} is of ${shorten(cluster.server)}, which is not encrypted (https). Type that address and a token instead, if it is meant`;
  }
  if (cluster.skipTLSVerify) {
    return `The context ${name} switches the check of the certificate off (insecure-skip-tls-verify). Put the authority of the cluster into certificate-authority-data instead`;
  }
  if (cluster.tlsServerName) {
    return `The context ${name} expects another name in the certificate (tls-server-name), which is not supported. Use an address the certificate is for`;
  }
  if (cluster.proxyUrl && !/^https?:/i.test(cluster.proxyUrl)) {
    return `The context ${name} goes through a proxy that is none of HTTP (proxy-url), which is not supported`;
  }
  if (user.authProvider) {
    return `The context ${name} signs in by an auth-provider, which kubectl no longer has either. Use a program (exec), such as kubelogin`;
  }
  if (user.username || user.impersonateUser) {
    return `The context ${name} signs in with a password or acts as somebody else, which is not supported. Use a token, a certificate or a program (exec)`;
  }
  return null;
}

/** Settles as the work does, or rejects once the signal fires: what it started cannot be ended. */
function untilEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function notSignedIn(found: Entered, error: unknown): Refusal {
  const { name } = found.context;
  const started = found.user?.exec?.command;
  if (started === undefined) {
    return new Refusal(
      'precondition_failed',
      `A certificate or key of the context ${name} could not be read. Look whether the files the kubeconfig names are there`,
    );
  }
  if (error instanceof DeadlinePassed) {
    return new Refusal(
      'unavailable',
      `${started}, by which the context ${name} signs in, gave no answer within ${programMs / 1000} seconds. Sign in with it in a terminal, then try again`,
    );
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new Refusal(
      'precondition_failed',
      `${started}, by which the context ${name} signs in, was not found. Give its whole path in the kubeconfig`,
    );
  }
  const said = error instanceof Error ? shorten(error.message, 200) : '';
  return new Refusal(
    'forbidden',
    `${started}, by which the context ${name} signs in, gave no credential. Sign in with it in a terminal, then try again${said === '' ? '' : `. It said: ${said}`}`,
  );
}

/** Of `Authorization: Bearer <token>`. */
function tokenIn(value: OutgoingHttpHeaders[string]): string | null {
  const [, token = ''] = /^Bearer (.*)$/s.exec(String(value ?? '')) ?? [];
  return token.trim() === '' ? null : token.trim();
}

/** The library gives what it read as bytes, and what a program said as text. */
function textOf(pem: unknown): string {
  return typeof pem === 'string' ? pem : Buffer.isBuffer(pem) ? pem.toString('utf8') : '';
}
