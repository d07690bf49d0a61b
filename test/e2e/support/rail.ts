import type { Locator, Page } from '@playwright/test';
import { mouse } from './hand.ts';

/** A screen, by its entry in the rail. */
export function goTo(page: Page, screen: string, hand = mouse): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Main' });
  return hand.press(rail.getByRole('link', { name: screen }));
}

/** A part of the open release, by its tab. */
export function openPart(page: Page, part: string, hand = mouse): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of the release' });
  return hand.press(parts.getByRole('link', { name: part }));
}

/** The inspector at the right, called after what it shows. */
export function inspector(page: Page, title: string): Locator {
  return page.getByRole('complementary', { name: title });
}

/** Opens a gate of the release whose gates are on the screen, and gives its inspector. */
export async function openGate(page: Page, name: string, hand = mouse): Promise<Locator> {
  await hand.press(page.getByRole('button', { name, exact: true }));
  return inspector(page, name);
}
