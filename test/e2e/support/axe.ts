import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * What axe objects to on the page as it stands, in both schemes: a line each. A scheme changes
 * colours alone, so that the rules about colour are read again in the second one and no others.
 */
export async function objections(page: Page): Promise<string[]> {
  await showScheme(page, 'light');
  const light = await linesOf(axe(page), 'light');
  await showScheme(page, 'dark');
  const dark = await linesOf(axe(page).withRules(['color-contrast', 'link-in-text-block']), 'dark');
  return [...light, ...dark];
}

/** The page follows the system a moment later: axe would read some colours before that and some after. */
export async function showScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme);
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
