import { describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { createDragFinding } from '../../../renderer/features/planning/calendar/drag-finding.ts';

type Check = Output<'calendar.checkPlacement'>;

const to = (start: string) => ({
  releaseId: 'r',
  deploymentId: 'd',
  start,
  zone: 'UTC',
  name: 'x',
});

/** A core that answers when it is told to, in the order it was asked. */
function slowCore() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const finding = createDragFinding(({ start }) => {
    asked.push(start);
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    const value: Check = {
      ...{ startAt: start, endAt: start, zone: 'UTC', planned: false, findings: [], worst: null },
    };
    return promise.then(() => ({ ok: true as const, value }));
  });
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { finding, asked, answer };
}

describe('what is told while something is dragged', () => {
  it('is asked about the newest start alone, and told about no other', async () => {
    const { finding, asked, answer } = slowCore();
    for (const start of ['1', '2', '3']) finding.look(to(start));
    expect(asked).toEqual(['1']);
    expect(finding.told()).toMatchObject({ to: { start: '3' }, check: null });
    await answer();
    expect(asked).toEqual(['1', '3']);
    expect(finding.told()?.check).toBeNull();
    await answer();
    expect(finding.told()).toMatchObject({ to: { start: '3' }, check: { startAt: '3' } });
  });

  it('is nothing once the drag is over, whatever is answered then', async () => {
    const { finding, asked, answer } = slowCore();
    finding.look(to('1'));
    finding.look(null);
    await answer();
    expect(finding.told()).toBeNull();
    finding.look(to('2'));
    expect(asked).toEqual(['1', '2']);
  });

  it('asks once however often the pointer moves over a day', () => {
    const { finding, asked } = slowCore();
    finding.look(to('1'));
    finding.look(to('1'));
    expect(asked).toEqual(['1']);
  });
});
