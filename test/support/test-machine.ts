import { tmpdir } from 'node:os';
import type { MachineFacts } from '#core/platform.ts';

/** The machine the tests run on, with nobody's settings of git: its home has none. */
export const testMachine: MachineFacts = {
  os: process.platform,
  home: tmpdir(),
  env: { PATH: process.env['PATH'] },
};
