import { describe, expect, it } from 'vitest';
import { parseStartArguments } from '../../../scripts/start/arguments.ts';
import { chooseHost } from '../../../scripts/start/choose-host.ts';
import type { HostQuestion } from '../../../scripts/start/choose-host.ts';

const present = async () => ({ executable: '/electron' });
const absent = async () => ({ executable: null, because: 'the runtime is missing' }) as const;

function choose(overrides: Partial<HostQuestion>) {
  return chooseHost({
    asked: null,
    browserOption: null,
    noWindow: null,
    runtime: present,
    ...overrides,
  });
}

describe('the choice of the host', () => {
  it('is the desktop where the runtime can be had', async () => {
    expect(await choose({})).toEqual({ host: 'desktop', executable: '/electron' });
  });

  it('is the browser, with the reason, where it cannot', async () => {
    const choice = await choose({ runtime: absent });
    expect(choice).toEqual({ host: 'browser', because: 'the runtime is missing' });
  });

  it('is the browser where no window can open, without fetching anything', async () => {
    const runtime = () => Promise.reject(new Error('asked for the runtime'));
    const choice = await choose({ noWindow: 'this session has no display', runtime });
    expect(choice).toEqual({ host: 'browser', because: 'this session has no display' });
  });

  it('is the browser without a reason when it was asked for', async () => {
    expect(await choose({ asked: 'browser' })).toEqual({ host: 'browser', because: null });
  });

  it('is the browser when an option only it has was given', async () => {
    const choice = await choose({ browserOption: '--port' });
    expect(choice).toEqual({ host: 'browser', because: '--port is an option of the browser host' });
  });

  it('is none when the desktop was asked for and cannot be had', async () => {
    const choice = await choose({ asked: 'desktop', runtime: absent });
    expect(choice).toEqual({ host: 'none', because: 'the runtime is missing' });
  });
});

describe('the command line of npm start', () => {
  it('hands everything but --host to the host', () => {
    const parsed = parseStartArguments(['--workspace', 'a.slipway', '--host', 'browser', '--demo']);
    expect(parsed).toEqual({
      asked: 'browser',
      browserOption: null,
      rest: ['--workspace', 'a.slipway', '--demo'],
    });
  });

  it('reads --host=desktop in one word', () => {
    expect(parseStartArguments(['--host=desktop', '--demo'])).toMatchObject({
      asked: 'desktop',
      rest: ['--demo'],
    });
  });

  it.each([['--no-open'], ['--port', '4000'], ['--port=4000']])(
    'sees that %s is for the browser',
    (...words) => {
      expect(parseStartArguments(words).browserOption).toMatch(/^--(no-open|port)$/);
    },
  );

  it('says what it expected after --host', () => {
    expect(() => parseStartArguments(['--host', 'tablet'])).toThrow(
      'Expected "browser" or "desktop" after --host and found "tablet".',
    );
  });
});
