import type { Locator, Page } from '@playwright/test';

/** A screen, by its entry in the rail. */
export function goTo(page: Page, screen: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: screen }).click();
}

/** A part of the open release, by its tab. */
export function openPart(page: Page, part: string): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of the release' });
  return parts.getByRole('link', { name: part }).click();
}

/** The inspector at the right, called after what it shows. */
export function inspector(page: Page, title: string): Locator {
  return page.getByRole('complementary', { name: title });
}

/** Opens a gate of the release whose gates are on the screen, and gives its inspector. */
export async function openGate(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  return inspector(page, name);
}
