import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  historyInput,
  historyKinds,
  isNarrowed,
} from '../../../renderer/features/planning/releases/history/history-filter.ts';
import { entityTables } from '#core/database/tables.ts';

describe('the filter of a history', () => {
  it('takes both days of a span, in the zone of the workspace', () => {
    expect(historyInput({ since: '2026-11-24', until: '2026-11-25' }, 'Europe/London')).toEqual({
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-26T00:00:00.000Z',
    });
    expect(historyInput({ since: '2026-07-01' }, 'America/New_York')).toEqual({
      from: '2026-07-01T04:00:00.000Z',
    });
  });

  it('leaves out what an address says by mistake', () => {
    expect(historyInput({ since: '2026-13-01', until: 'soon', kind: 'ships' }, 'UTC')).toEqual({});
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ until: '2026-11-25' })).toBe(true);
  });

  it('offers the fields of a kind, and none that a reader is not told of', () => {
    const found = [
      { entity: 'risk', field: 'title' },
      { entity: 'scope_item', field: 'title' },
      { entity: 'scope_item', field: 'order' },
      { entity: 'component', field: 'version' },
    ];
    expect(fieldsOf(found, undefined)).toEqual(['title', 'version']);
    expect(fieldsOf(found, 'scope')).toEqual(['title']);
  });

  it('knows every kind of thing that belongs to a release', () => {
    const known = historyKinds.flatMap(({ entities }) => entities);
    const ofReleases = Object.entries(entityTables)
      .filter(([name, table]) => name === 'release' || 'releaseId' in table)
      .map(([name]) => name);
    expect(ofReleases.filter((name) => !known.includes(name))).toEqual([]);
  });
});
