import { chromium } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/chromium.ts';
import { startHost } from '../support/running-host.ts';
import type { RunningHost } from '../support/running-host.ts';

export type OpenPage = { page: Page; host: RunningHost; close(): Promise<void> };

/** The built program on a workspace, in a real browser with one window, somebody chosen to work. */
export async function openPage(path: string): Promise<OpenPage> {
  const host = await startHost('--workspace', path);
  const executablePath = findChromium() ?? undefined;
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(host.url);
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return {
    page,
    host,
    close: async () => {
      await browser.close();
      await host.stop();
    },
  };
}

/** Milliseconds from the click, as the browser stamps it, to the frame in which `shown` was painted. */
export async function clickToPainted(page: Page, target: Locator, shown: string): Promise<number> {
  const painted = page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        let clicked = 0;
        document.addEventListener('click', ({ timeStamp }) => (clicked = timeStamp), {
          ...{ capture: true, once: true },
        });
        const look = () => {
          if (clicked === 0 || document.querySelector(selector) === null) {
            requestAnimationFrame(look);
            return;
          }
          // A task behind the frame that has it: by then the frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - clicked);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
    shown,
  );
  await target.click();
  return painted;
}
