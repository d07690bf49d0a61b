import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe objects to on the page as it stands, in both schemes: a line each. A scheme changes
 * colours alone, so that the rules about colour are read again in the second one and no others.
 */
export async function objections(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await linesOf(axe(page), 'light');
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await linesOf(axe(page).withRules(['color-contrast', 'link-in-text-block']), 'dark');
  return [...light, ...dark];
}

/** In the page itself: there are no frames, for which axe would open a second page each time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function linesOf(builder: AxeBuilder, scheme: string): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [scheme, id, help, target.join(' '), failureSummary.replaceAll(/\s+/g, ' ')].join(' | '),
    ),
  );
}
