import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { longDay, monthOfYear } from '../../../renderer/components/date-names.ts';
import { numberText } from '../../../renderer/components/number-text.ts';
import { dateText, whenText } from '../../../renderer/components/when-text.ts';
import { useFormats } from '../../../renderer/state/formats.ts';
import { planRelease } from '../planning/release.ts';
import { openWindow } from '../planning/window.tsx';

afterEach(() => {
  cleanup();
  useFormats.setState({ locale: 'en-GB' });
});

const at = '2026-11-26T22:05:00.000Z';

describe('Dates and numbers', () => {
  it.each([
    ['en-GB', 'Thu 26 Nov 22:05', 'Thu 26 Nov 2026', '12,345.6', 'November 2026'],
    ['en-US', 'Thu, Nov 26 10:05 PM', 'Thu, Nov 26, 2026', '12,345.6', 'November 2026'],
    ['iso', 'Thu 2026-11-26 22:05', 'Thu 2026-11-26', '12\u202f345.6', 'November 2026'],
    ['de-DE', 'Do., 26. Nov. 22:05', 'Do., 26. Nov. 2026', '12.345,6', 'November 2026'],
    ['ja-JP', '11月26日(木) 22:05', '2026年11月26日(木)', '12,345.6', '2026年11月'],
  ] as const)('are written as %s writes them', (locale, when, date, number, month) => {
    useFormats.setState({ locale });
    // The browser may put another kind of blank between a time and its PM.
    expect(whenText(at, 'UTC', at).replace(/\s/g, ' ')).toBe(when);
    expect(dateText('2026-11-26', 2025)).toBe(date);
    expect(numberText(12_345.6)).toBe(number);
    expect(monthOfYear(2026, 11)).toBe(month);
  });

  it('follow the choice of the device at once, on every screen', async () => {
    const { test } = await planRelease();
    const router = openWindow(test, '/settings/device');
    const choice = await screen.findByLabelText('Language of dates and numbers');
    await userEvent.selectOptions(choice, 'Deutsch');
    expect(await screen.findByText(/Do\., 26\. Nov\. 22:00/)).toBeTruthy();
    await router.navigate({ to: '/today' });
    const heading = await screen.findByRole('heading', { level: 1, name: /November/ });
    expect(heading.textContent).toBe(longDay({ year: 2026, month: 11, day: 24 }));
    expect(heading.textContent).toBe('Dienstag, 24. November');
  });
});
