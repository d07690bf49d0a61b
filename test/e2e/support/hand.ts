import { expect, type Locator } from '@playwright/test';

/** How a person works the page. What can be done with one hand must go with the other as well. */
export type Hand = {
  name: string;
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** Puts text into a field instead of what is there. */
  write(field: Locator, text: string): Promise<void>;
  choose(select: Locator, option: string): Promise<void>;
  /** A checkbox or a radio button that is not chosen yet. */
  tick(target: Locator): Promise<void>;
  /** Opens the row of a table that shows the text. */
  openRow(table: Locator, text: string): Promise<void>;
};

export const mouse: Hand = {
  name: 'with the mouse',
  press: (target) => target.click(),
  write: (field, text) => field.fill(text),
  choose: async (select, option) => void (await select.selectOption({ label: option })),
  // A tick may show only once it is kept, which `check` would take for a failure.
  tick: (target) => target.click(),
  openRow: (table, text) => table.getByRole('row').filter({ hasText: text }).click(),
};

export const keys: Hand = {
  name: 'by keyboard alone',
  async press(target) {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  async write(field, text) {
    await tabTo(field);
    const { keyboard } = field.page();
    const kind = await field.getAttribute('type');
    if (kind === 'date' || kind === 'time') return keyboard.type(inParts(text));
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(text);
  },
  async choose(select, option) {
    await tabTo(select);
    const { keyboard } = select.page();
    const chosen = select.locator('option:checked');
    const labels = await select.locator('option').allTextContents();
    // A select jumps to what begins as one types; a blank would open its list.
    await keyboard.type(/^[^ ]+/.exec(option)?.[0] ?? '');
    for (let press = 0; press < labels.length; press += 1) {
      const now = (await chosen.textContent()) ?? '';
      if (now === option) return;
      await keyboard.press(labels.indexOf(now) < labels.indexOf(option) ? 'ArrowDown' : 'ArrowUp');
    }
    await expect(chosen).toHaveText(option);
  },
  async tick(target) {
    const { keyboard } = target.page();
    if ((await target.getAttribute('type')) !== 'radio') {
      await tabTo(target);
      return keyboard.press('Space');
    }
    // Tab comes to one radio button of a group, arrows go on from there.
    const group = target.page().locator(`[name="${await target.getAttribute('name')}"]`);
    await tabTo(group);
    for (let press = 0; press < (await group.count()); press += 1) {
      if (await target.isChecked()) return;
      await keyboard.press('ArrowDown');
    }
    await expect(target).toBeChecked();
  },
  async openRow(table, text) {
    const row = table.getByRole('row').filter({ hasText: text });
    const { keyboard } = table.page();
    await tabTo(table);
    const wanted = Number(await row.getAttribute('data-index'));
    await keyboard.press('Home');
    for (let press = 0; press < wanted; press += 1) await keyboard.press('j');
    await keyboard.press('Enter');
  },
};

/** `2031-05-20` and `22:00` as one types them into the parts of a field whose browser speaks en-US. */
function inParts(text: string): string {
  const [year, month, day] = text.split('-');
  if (month !== undefined && day !== undefined) return `${month}${day}${year}`;
  const hour = Number(text.slice(0, 2));
  const twelfth = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  return `${twelfth}${text.slice(3)}${hour < 12 ? 'AM' : 'PM'}`;
}

/**
 * Presses Tab, or Shift and Tab where that is nearer, until one of the elements has the focus; what
 * the focus never comes to is not for everybody.
 */
export async function tabTo(wanted: Locator): Promise<void> {
  await expect(wanted.first()).toBeVisible();
  for (let press = 0; press < 200; press += 1) {
    const way = await wanted.evaluateAll(wayTo);
    if (way === 'there') return;
    await wanted.page().keyboard.press(way === 'behind' ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`Tab does not come to ${wanted.toString()}`);
}

/** Runs in the page. */
function wayTo(all: readonly Element[]): 'there' | 'ahead' | 'behind' {
  const at = document.activeElement;
  if (at === null || at === document.body) return 'ahead';
  if (all.some((each) => each === at)) return 'there';
  const behind = all.every(
    (each) => (each.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return behind ? 'behind' : 'ahead';
}
