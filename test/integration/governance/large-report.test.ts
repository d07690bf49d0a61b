import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { startTestApp } from '../../support/test-app.ts';

const isNightly = process.env['SLIPWAY_NIGHTLY'] === '1';

/** `npm run test:nightly` reads 200 MB; most of a real one are captured logs. */
const megabytes = isNightly ? 200 : 5;
/** More than a piece and what V8 leaves lying about, and far less than the file. */
const room = 120;

const log = 'a line that a test wrote & nobody reads <again>\n'.repeat(40);
const aCase = (index: number) =>
  `<testcase classname="pay.Refund" name="case ${index}" time="0.01">${
    index % 500 === 0 ? '<failure message="expected 5"/>' : ''
  }<system-out><![CDATA[${log}]]></system-out></testcase>\n`;

describe('A JUnit file of hundreds of megabytes', () => {
  it(
    'is read in a stream, with memory that does not grow with it',
    { timeout: 600_000 },
    async () => {
      const test = startTestApp();
      const path = join(test.folder, 'huge.xml');
      const cases = await writeReport(path, megabytes * 1024 * 1024);
      const before = process.memoryUsage().rss;
      let most = before;
      const look = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 50);
      const read = await test.call('evidence.read', { file: { path }, progressId: 'huge' });
      clearInterval(look);
      const failed = Math.ceil(cases / 500);
      expect(read.summary).toMatchObject({ kind: 'tests', total: cases, failed });
      expect(read.total).toBe(failed);
      expect(test.events.some((event) => event.type === 'progress')).toBe(true);
      if (isNightly) expect((most - before) / 1024 / 1024).toBeLessThan(room);
    },
  );
});

async function writeReport(path: string, bytes: number): Promise<number> {
  const file = createWriteStream(path);
  file.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="pay">\n');
  let cases = 0;
  for (let written = 0; written < bytes; cases += 1) {
    const text = aCase(cases);
    written += text.length;
    if (!file.write(text)) await new Promise((resolve) => file.once('drain', () => resolve(null)));
  }
  file.end('</testsuite>\n');
  await finished(file);
  return cases;
}
