import { test as base } from '@playwright/test';
import { startHost } from '../../support/running-host.ts';
import type { RunningHost } from '../../support/running-host.ts';

/** A test with a host of its own, without a workspace, that ends with it. */
export const test = base.extend<{ host: RunningHost }>({
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
});
