import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonReader } from '#shared/rules/governance/reports/json-reader.ts';
import { recognise } from '#shared/rules/governance/reports/recognise.ts';
import { readText } from './read-text.ts';

const result = (over: Record<string, unknown>) => ({
  ruleId: 'sql',
  message: { text: 'Query <b>built</b> from input' },
  locations: [
    {
      physicalLocation: { artifactLocation: { uri: 'src/pay.ts' }, region: { startLine: 12 } },
    },
  ],
  ...over,
});

const sarif = (results: unknown[], rest: Record<string, unknown> = {}) =>
  JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    // Results before the rules, as some tools write them.
    runs: [
      {
        results,
        tool: {
          driver: {
            name: 'CodeQL',
            rules: [
              { id: 'sql', name: 'SQL injection', properties: { 'security-severity': '9.1' } },
              { id: 'style', defaultConfiguration: { level: 'note' } },
            ],
          },
        },
        ...rest,
      },
    ],
  });

describe('SARIF', () => {
  it('rates by CVSS where a rule says it, else by its level, and leaves out what is suppressed', () => {
    const { tool, summary, details } = readText(
      sarif(
        [
          result({}),
          result({ ruleId: 'style' }),
          result({ ruleId: 'other', level: 'error' }),
          result({ ruleId: 'other' }),
          result({ ruleId: 'none', level: 'none' }),
          result({ properties: { 'security-severity': 7.5 }, ruleId: 'x' }),
          result({ suppressions: [{ kind: 'inSource' }] }),
          result({ kind: 'pass' }),
          result({ baselineState: 'absent' }),
        ],
        { invocations: [{ executionSuccessful: false }] },
      ),
    );
    expect(tool).toBe('CodeQL');
    expect(summary).toEqual({
      ...{ kind: 'findings', tool: 'CodeQL', suppressed: 1 },
      ...{ critical: 1, high: 2, medium: 1, low: 1, unrated: 1 },
    });
    expect(details.items[0]).toMatchObject({
      title: 'sql: SQL injection',
      where: 'src/pay.ts:12',
      level: 'critical',
      text: 'Query <b>built</b> from input',
    });
    expect(details.notes).toEqual([
      'The tool says that its run did not end well.',
      '1 finding suppressed by the tool.',
    ]);
  });

  it('reads 100,000 findings, keeps the words of the worst 2,000 and the keys of all', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      result({ ruleId: at === 99_999 ? 'sql' : 'style', message: { text: `finding ${at}` } }),
    );
    const { summary, details } = readText(sarif(many), 'sarif', 1_000_000);
    expect(summary).toMatchObject({ critical: 1, low: 99_999 });
    expect(details.items).toHaveLength(2000);
    expect(details.items[0]?.level).toBe('critical');
    expect(details.keys).toHaveLength(100_000);
  });

  it.each([
    ['cut short', sarif([result({})]).slice(0, 300), /it is cut short/],
    ['damaged', sarif([result({})]).replace('"runs":[', '"runs":[}'), /damaged after/],
    ['without a run', '{"runs":[]}', /is no SARIF/],
    ['nested without end', `{"runs":${'['.repeat(5000)}`, /more than 100 levels deep/],
    ['empty', '   ', /The file is empty/],
  ])('refuses a file %s', (_what, text, message) => {
    expect(() => readText(text)).toThrow(message);
  });
});

describe('JSON in pieces', () => {
  it('takes what JSON.parse takes, whatever the pieces', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 9 }), (value, piece) => {
        const text = JSON.stringify({ list: [value, value], rest: value });
        const taken: unknown[] = [];
        const reader = new JsonReader([{ path: ['list', '*'], take: (one) => taken.push(one) }]);
        for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
        reader.end();
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(taken).toEqual([parsed, parsed]);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const damaged = [
      '{"a":1,}',
      '[1 2]',
      '{"a" 1}',
      '{a:1}',
      '[01]',
      '[tru]',
      '{}{}',
      '["a',
      '[1,]',
      '}',
    ];
    for (const text of damaged) {
      const read = () => {
        const reader = new JsonReader([]);
        reader.write(text);
        reader.end();
      };
      expect(read, text).toThrow(/damaged|cut short/);
    }
  });
});

describe('lcov', () => {
  const text =
    'TN:\r\nSF:src/pay.ts\r\nDA:1,5\r\nDA:2,0\r\nBRDA:1,0,0,1\r\nBRDA:1,0,1,-\r\nend_of_record\nSF:src/all.ts\nLF:8\nLH:8\nend_of_record\n';

  it('adds up totals, and lines where there are none', () => {
    const { summary, details } = readText(text, undefined, 7);
    expect(summary).toEqual({
      kind: 'coverage',
      lines: { covered: 9, total: 10 },
      branches: { covered: 1, total: 2 },
    });
    expect(details.items.map(({ title }) => title)).toEqual(['src/pay.ts']);
  });

  it('refuses one that is cut short, with the section', () => {
    expect(() => readText('TN:\nSF:a.ts\nDA:1,1')).toThrow(/section that begins at line 2/);
  });
});

describe('CycloneDX as JSON', () => {
  it('counts components with those inside them', () => {
    const bom = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { tools: { components: [{ name: 'cdxgen' }] }, component: { name: 'payments' } },
      components: [
        { name: 'a', version: '1', purl: 'pkg:npm/a@1', licenses: [{ license: { id: 'MIT' } }] },
        { name: 'b', components: [{ name: 'c', version: '2' }] },
      ],
      vulnerabilities: [{ id: 'CVE-1' }, { id: 'CVE-2' }],
    };
    const { tool, summary } = readText(JSON.stringify(bom));
    expect(tool).toBe('cdxgen');
    expect(summary).toEqual({
      ...{ kind: 'components', components: 3 },
      ...{ withoutVersion: 1, withoutLicence: 2, vulnerabilities: 2 },
    });
  });
});

describe('k6', () => {
  it('reads what handleSummary gets', () => {
    const { summary } = readText(
      JSON.stringify({
        state: { testRunDurationMs: 60_000 },
        metrics: {
          http_req_duration: {
            values: { avg: 101.5, 'p(95)': 310.2, 'p(99)': 900 },
            thresholds: { 'p(95)<300': { ok: false }, 'p(99)<1000': { ok: true } },
          },
          http_reqs: { values: { count: 1000, rate: 16.6 } },
          http_req_failed: { values: { rate: 0.012 } },
        },
      }),
    );
    expect(summary).toEqual({
      ...{ kind: 'performance', requests: 1000, failed: 12, seconds: 60, meanMs: 101.5 },
      ...{ p95Ms: 310.2, p99Ms: 900, broken: ['http_req_duration: p(95)<300'] },
    });
  });

  it('reads what --summary-export writes, where true means broken', () => {
    const { summary } = readText(
      JSON.stringify({
        root_group: { name: '' },
        metrics: {
          http_req_duration: { avg: 10, 'p(95)': 20, thresholds: { 'p(95)<10': true } },
          http_reqs: { count: 50, rate: 5 },
          http_req_failed: { value: 0, thresholds: { 'rate<0.1': false } },
        },
      }),
    );
    expect(summary).toMatchObject({
      ...{ requests: 50, failed: 0, seconds: 10, p99Ms: null },
      broken: ['http_req_duration: p(95)<10'],
    });
  });
});

describe('JMeter as CSV', () => {
  const heading =
    'timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success';

  it('reads quoted cells over several lines', () => {
    const { summary, details } = readText(
      `${heading}\n1700000000000,120,"GET /a, b",200,OK,t 1,text,true\n1700000000500,80,POST,500,"said ""no""\nand more",t 1,text,false\n`,
      undefined,
      11,
    );
    expect(summary).toMatchObject({ requests: 2, failed: 1, seconds: 0.58, p95Ms: 120 });
    expect(details.items[0]?.text).toBe('1 failed, first with 500 said "no"\nand more');
  });

  it('reads one without a heading, and refuses a line that is cut short', () => {
    const text = '1700000000000,120,GET,200,OK,t 1,text,true\n';
    expect(readText(text).summary).toMatchObject({ requests: 1, failed: 0 });
    expect(() => readText(`${text}1700000000000,12`)).toThrow(/Line 2 is no JMeter sample/);
  });
});

describe('A report of no given kind', () => {
  it('is told by its beginning, and refused where it fits none or another', () => {
    expect(recognise('\n<?xml version="1.0"?><!-- a --><x:bom xmlns:x="y">')).toBe('cyclonedx');
    expect(recognise('<constructor/>')).toBeNull();
    expect(() => readText('hello')).toThrow(/no report that is read; found “hello…”/);
    expect(() => readText('<testsuite/>', 'sarif')).toThrow(/given as SARIF and is JUnit XML/);
  });
});
