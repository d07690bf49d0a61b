import type { Page } from '@playwright/test';

/** A message of the program to a page that is gone, or not loaded yet, is lost, as in Electron. */
export async function emitInPage(
  page: Page | Promise<Page>,
  channel: string,
  args: unknown[],
): Promise<void> {
  const there = await page;
  await there
    .evaluate(
      // Text, because the function lives in the page only, where no type can follow it.
      `globalThis.standInEmit?.(${JSON.stringify(channel)}, ${JSON.stringify(args)})`,
    )
    .catch(() => undefined);
}
