import type { DossierFacts } from '#core/reports/dossier/facts.ts';

const id = (last: string) => `0190a0a0-0000-7000-8000-${last.padStart(12, '0')}`;
const at = '2026-11-24T09:20:00.000Z';
const zone = 'Europe/London';
const none = { passed: 0, total: 0, worst: 'waiting', firstInTheWay: null } as const;

/** A release with one of everything a dossier shows, as little of it as the types allow. */
export const someFacts: DossierFacts = {
  workspace: { name: 'Payments', zone },
  at,
  judgedAt: at,
  head: { at, hash: 'a'.repeat(64) },
  release: {
    id: id('1'),
    rev: 1,
    number: 12,
    name: 'Payments 4.2',
    type: 'minor',
    phase: 'readiness',
    outcome: null,
    ownerId: id('c1'),
    requesterId: id('c1'),
    createdAt: at,
    startAt: '2026-11-26T22:00:00.000Z',
    endAt: '2026-11-26T23:30:00.000Z',
    zone,
    lateMinutes: null,
    services: [],
    environmentIds: [],
    risk: { score: 0, band: 'low', arithmetic: 'no open risk, score 0, low', raisedBy: [] },
    readiness: none,
    notes: '',
    changeNumber: '',
    changeUrl: '',
    holdReason: null,
    endReason: '',
    copiedFromId: null,
    postponements: [],
    driftMinutes: 0,
    onHold: false,
    dataMigration: false,
    phases: [],
    components: [],
    deployments: [],
    roles: [],
    counts: { scope: 0, risks: 0, checklist: 0, checklistOpen: 0 },
  },
  scope: [],
  risks: [],
  rollback: {
    releaseId: id('1'),
    rev: 1,
    steps: '',
    durationMinutes: null,
    pointOfNoReturn: '',
    rehearsedOn: null,
    rehearsalResult: '',
  },
  gates: [],
  checklist: [],
  attachments: [],
  comments: [],
  incidents: [],
  runs: [],
  history: [],
  people: new Map([[id('c1'), 'Mara Okafor']]),
  roles: new Map([['qa-lead', 'QA lead']]),
  services: new Map([
    [
      id('a1'),
      {
        id: id('a1'),
        rev: 1,
        name: 'payments-api',
        criticality: 'high',
        financial: true,
        ownerIds: [],
        versionScheme: { kind: 'semver' },
      },
    ],
  ]),
  environments: new Map([
    [
      id('b1'),
      { id: id('b1'), rev: 1, name: 'prod-eu', kind: 'production', region: 'eu', order: 'a0' },
    ],
  ]),
};
