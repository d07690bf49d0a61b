import { describe, expect, it } from 'vitest';
import { tickWidth } from '../../../renderer/components/data-table/grid-template.ts';
import {
  defaultMinWidth,
  defaultWidth,
} from '../../../renderer/components/data-table/table-types.ts';
import type { TableColumn } from '../../../renderer/components/data-table/table-types.ts';
import { deploymentColumns } from '../../../renderer/features/delivery/deployments/deployment-columns.tsx';
import { runColumns } from '../../../renderer/features/delivery/pipelines/run-columns.tsx';
import { registerColumns } from '../../../renderer/features/governance/risks/register/register-columns.tsx';
import { namesOf } from '../../../renderer/features/planning/releases/names.ts';
import { releaseColumns } from '../../../renderer/features/planning/releases/table/release-columns.tsx';
import { runColumns as runsOfRelease } from '../../../renderer/features/planning/releases/runs/run-columns.tsx';
import { peopleColumns } from '../../../renderer/features/workspace/people/people-columns.tsx';
import { serviceColumns } from '../../../renderer/features/workspace/services/service-columns.tsx';

const now = '2026-11-24T15:02:00.000Z';
const names = namesOf({ people: [], roles: [], services: [], environments: [] });
const tables = {
  releases: releaseColumns({
    ...{
      names,
      zone: 'Europe/London',
      now,
      standings: new Map(),
      healths: new Map(),
      isWhole: true,
    },
  }),
  risks: registerColumns({ names, today: '2026-11-24' }),
  runs: runColumns({ zone: 'Europe/London', now }),
  deployments: deploymentColumns({
    ...{ zone: 'Europe/London', now, environments: new Map(), ofOne: false },
  }),
  runsOfRelease: runsOfRelease([], 'a release', 'Europe/London', now),
  people: peopleColumns([]),
  services: serviceColumns([], []),
};

/** What a table of these columns needs before it has to be scrolled sideways. */
function widthOf<Row>(columns: readonly TableColumn<Row>[]): number {
  return columns
    .filter(({ hidden }) => hidden !== true)
    .map(({ width = defaultWidth, minWidth = defaultMinWidth }) => Math.max(width, minWidth))
    .reduce((sum, width) => sum + width, 0);
}

describe('the columns of a table', () => {
  it('fit a window 1280 wide beside the open rail', () => {
    // The rail, the padding of the page at both sides, and the frame of the table.
    const room = 1280 - 208 - 2 * 24 - 2;
    expect(widthOf(tables.releases) + tickWidth).toBeLessThanOrEqual(room);
    expect(widthOf(tables.risks)).toBeLessThanOrEqual(room);
    expect(widthOf(tables.deployments)).toBeLessThanOrEqual(room);
    expect(widthOf(tables.runs)).toBeLessThanOrEqual(room);
    expect(widthOf(tables.runsOfRelease)).toBeLessThanOrEqual(room);
    expect(widthOf(tables.people)).toBeLessThanOrEqual(room);
    expect(widthOf(tables.services)).toBeLessThanOrEqual(room);
  });

  it('leave a commit the room for twelve digits, however narrow people drag it', () => {
    // Twelve digits of the fixed-width face at 12 pixels, the icon, and padding of chip and cell.
    const needed = Math.ceil(12 * 7.2) + (14 + 4) + (2 * 6 + 2) + 2 * 12;
    const least = ({ key, minWidth = defaultMinWidth }: { key: string; minWidth?: number }) =>
      key === 'commit' ? [minWidth] : [];
    const leasts = [tables.runs, tables.runsOfRelease, tables.deployments].flatMap(
      (columns: readonly { key: string; minWidth?: number }[]) => columns.flatMap(least),
    );
    expect(leasts).toHaveLength(3);
    expect(Math.min(...leasts)).toBeGreaterThanOrEqual(needed);
  });
});
