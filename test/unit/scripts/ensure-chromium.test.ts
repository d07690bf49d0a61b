import { describe, expect, it } from 'vitest';
import { ensureChromium } from '../../../scripts/test/ensure-chromium.ts';

/** A machine on which Chromium appears when a command with this word has run. */
function machine(options: { hasApt: boolean; appearsAfter: string | null }) {
  const commands: string[] = [];
  const isThere = () =>
    options.appearsAfter !== null &&
    commands.some((line) => line.includes(options.appearsAfter ?? ''));
  return {
    commands,
    hasApt: options.hasApt,
    find: () => (isThere() ? '/usr/bin/chromium' : null),
    run: (command: string, args: readonly string[]) => {
      commands.push([command, ...args].join(' '));
      return true;
    },
  };
}

describe('Chromium for the tests', () => {
  it('is installed from Debian packages where that is allowed', () => {
    const debian = machine({ hasApt: true, appearsAfter: 'install' });
    expect(ensureChromium(debian)).toBe('/usr/bin/chromium');
    expect(debian.commands).toEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium fonts-liberation',
    ]);
  });

  it('is fetched by Playwright anywhere else', () => {
    const other = machine({ hasApt: false, appearsAfter: 'playwright' });
    expect(ensureChromium(other)).toBe('/usr/bin/chromium');
    expect(other.commands).toEqual(['npx playwright install chromium']);
  });

  it('is not installed where it is there already', () => {
    const equipped = {
      ...machine({ hasApt: true, appearsAfter: null }),
      find: () => '/opt/chrome',
    };
    expect(ensureChromium(equipped)).toBe('/opt/chrome');
    expect(equipped.commands).toEqual([]);
  });

  it('is asked for by name when it cannot be had', () => {
    expect(() => ensureChromium(machine({ hasApt: false, appearsAfter: null }))).toThrow(
      /could not install it\. Install it by hand .* SLIPWAY_CHROMIUM\.$/,
    );
  });
});
