import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.ts';

const executablePath = findChromium() ?? undefined;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // For a machine that is busy with other things; what takes how long is for the benchmarks.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Not UTC, not a workspace's zone: a date in the browser's zone is a mistake and shows.
    timezoneId: 'Pacific/Chatham',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording takes a third of the time; `npm run test:e2e -- --trace retain-on-failure` asks for it.
    trace: 'off',
    launchOptions: { executablePath, args: chromiumFlags },
  },
});
