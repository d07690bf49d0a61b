const labels = { alertname: 'HighErrorRate', severity: 'page', service: 'shop' };
const annotations = { summary: 'More than 5 % of calls fail' };

/** One full row of each answer of monitoring, as it documents them. */
export const prometheus = {
  query: { metric: { __name__: 'up', job: 'shop' }, value: [1_769_940_000.123, '1'] },
  alerts: {
    labels,
    annotations,
    state: 'firing',
    activeAt: '2026-02-01T10:00:00.123456789Z',
    value: '7.2e-02',
  },
  rules: {
    name: 'HighErrorRate',
    query: 'rate(errors[5m]) > 0.05',
    duration: 300,
    labels: { severity: 'page' },
    annotations,
    alerts: [],
    state: 'inactive',
    health: 'ok',
    type: 'alerting',
    lastEvaluation: '2026-02-01T10:00:00.123456789Z',
    evaluationTime: 0.001,
  },
};

export const alertmanager = {
  alerts: {
    fingerprint: '4f5e1c2b4f5e1c2b',
    labels,
    annotations,
    startsAt: '2026-02-01T10:00:00.123Z',
    endsAt: '0001-01-01T00:00:00.000Z',
    updatedAt: '2026-02-01T10:05:00.123Z',
    generatorURL: 'https://prometheus.example.com/graph?g0.expr=up',
    receivers: [{ name: 'team-shop' }],
    status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  },
};
