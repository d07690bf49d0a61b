import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

type Scheme = 'light' | 'dark';

/**
 * What axe objects to on the page as it stands: a line each. Colours hold for every screen alike and
 * are proven for each token; the tour of all screens has axe read them in both schemes.
 */
export async function objections(page: Page): Promise<string[]> {
  // Screens come when they are opened; what stands there until then is no screen yet.
  await expect(page.locator('h1').first()).toBeAttached();
  await showScheme(page, 'light');
  return linesOf(axe(page), 'light');
}

/** In both schemes: one changes colours alone, so that only the rules about colour are read again. */
export async function objectionsInBoth(page: Page): Promise<string[]> {
  const light = await objections(page);
  await showScheme(page, 'dark');
  const colours = axe(page).withRules(['color-contrast', 'link-in-text-block']);
  return [...light, ...(await linesOf(colours, 'dark'))];
}

/** The page follows the system a moment later: axe would read some colours before that and some after. */
export async function showScheme(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', colorScheme);
}

/** In the page itself: there are no frames, for which axe would open a second page each time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function linesOf(builder: AxeBuilder, scheme: Scheme): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      [scheme, id, help, target.join(' '), failureSummary.replaceAll(/\s+/g, ' ')].join(' | '),
    ),
  );
}
