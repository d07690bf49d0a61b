import { configure, render } from '@testing-library/react';
import { createMemoryHistory } from '@tanstack/react-router';
import { vi } from 'vitest';
import { createQueryClient } from '../../../renderer/api/query-client.ts';
import { unreachable } from '../../../renderer/api/transport.ts';
import type { Transport } from '../../../renderer/api/transport.ts';
import { App } from '../../../renderer/app/App.tsx';
import { createAppRouter } from '../../../renderer/app/routes/router.tsx';
import { useClock } from '../../../renderer/state/clock.ts';
import { testNow } from '../../support/surroundings.ts';
import type { TestApp } from '../../support/test-app.ts';

// Screens are fetched when they are opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

/** The window over the real core in this process, open at an address. */
export function openWindow({ app }: TestApp, address: string) {
  useClock.setState({ now: testNow });
  const transport: Transport = {
    call: (name, input, signal) => app.call(name, input, signal === undefined ? {} : { signal }),
    onEvent: (listener) => app.subscribe(listener),
    onLink: (listener) => {
      listener('connected');
      return () => undefined;
    },
    upload: null,
  };
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  render(<App transport={transport} queries={createQueryClient()} router={router} />);
  return router;
}

/** The same application behind a host that does not pass one procedure on. */
export function hostWithout(test: TestApp, procedure: string): TestApp {
  const call: TestApp['app']['call'] = (name, input, options) =>
    name === procedure ? Promise.resolve(unreachable()) : test.app.call(name, input, options);
  return { ...test, app: { ...test.app, call } };
}
