import { render } from '@testing-library/react';
import { createMemoryHistory } from '@tanstack/react-router';
import { createQueryClient } from '../../../renderer/api/query-client.ts';
import type { Transport } from '../../../renderer/api/transport.ts';
import { App } from '../../../renderer/app/App.tsx';
import { createAppRouter } from '../../../renderer/app/routes/router.tsx';
import type { TestApp } from '../../support/test-app.ts';

/** The window of the browser host: files are sent to it, here straight into a folder of the test. */
export function openSending(
  { app }: TestApp,
  address: string,
  upload: NonNullable<Transport['upload']>,
): void {
  const transport: Transport = {
    call: (name, input, signal) => app.call(name, input, signal === undefined ? {} : { signal }),
    onEvent: (listener) => app.subscribe(listener),
    onLink: (listener) => {
      listener('connected');
      return () => undefined;
    },
    upload,
  };
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  render(<App transport={transport} queries={createQueryClient()} router={router} />);
}
