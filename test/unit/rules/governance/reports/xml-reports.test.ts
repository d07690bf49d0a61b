import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJunitReader } from '#shared/rules/governance/reports/junit.ts';
import { readText } from './read-text.ts';

/** As Maven Surefire, jest-junit and pytest write it, in one. */
const junit = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="all" tests="7" failures="2" errors="1">
  <testsuite name="payments" tests="5">
    <properties><property name="java" value="21 &gt; 17"/></properties>
    <testcase classname="pay.RefundTest" name="refunds &lt;b&gt;half&lt;/b&gt;" time="1,000.5">
      <failure message="expected: 5 &#10;but was: 4" type="AssertionError">at pay.RefundTest:12</failure>
      <system-out><![CDATA[ a log with </testcase> in it ]]></system-out>
    </testcase>
    <testcase classname="pay.RefundTest" name="refunds all" time="0.2"/>
    <testcase classname="pay.SlowTest" name="waits"><skipped message="not today"/></testcase>
    <testsuite name="inner">
      <testcase name="without a class" time=".3"><error><![CDATA[boom <now>]]></error></testcase>
      <testcase classname="pay.Flaky" name="at last"><flakyFailure message="once"/></testcase>
    </testsuite>
  </testsuite>
  <!-- a comment with <testcase> in it -->
  <testsuite name="gtest"><testcase name="off" status="notrun" classname="G"/></testsuite>
</testsuites>`;

describe('JUnit', () => {
  it('counts the cases, not the totals, and says where they differ', () => {
    const { summary, details } = readText(junit);
    expect(summary).toEqual({
      ...{ kind: 'tests', total: 6, passed: 2, failed: 2, skipped: 2, seconds: 1001 },
    });
    expect(details.notes).toEqual([
      'Its totals say 7 tests and 3 failed; its cases are 6 and 2 failed, and those count.',
      '1 failed try passed when tried again.',
    ]);
  });

  it('keeps the failures with their words as text, whatever stands in them', () => {
    const { items } = readText(junit).details;
    expect(items.map(({ title, text }) => [title, text])).toEqual([
      ['pay.RefundTest › refunds <b>half</b>', 'expected: 5 \nbut was: 4'],
      ['payments › inner › without a class', 'boom <now>'],
    ]);
  });

  it('reads the same in pieces of any length', () => {
    const whole = readText(junit);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (piece) => {
        const reader = createJunitReader();
        for (let at = 0; at < junit.length; at += piece) reader.write(junit.slice(at, at + piece));
        expect(reader.end()).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('knows a failure again in the next report', () => {
    const later = junit.replace('but was: 4', 'but was: 3');
    expect(readText(later).details.keys).toEqual(readText(junit).details.keys);
  });

  it('keeps the words of 2,000 failures and the keys of all', () => {
    const cases = Array.from(
      { length: 5000 },
      (_, at) => `<testcase classname="a" name="n${at}"><failure message="m"/></testcase>`,
    );
    const { summary, details } = readText(`<testsuite>${cases.join('')}</testsuite>`);
    expect(summary).toMatchObject({ total: 5000, failed: 5000 });
    expect(details.items).toHaveLength(2000);
    expect(details.keys).toHaveLength(5000);
  });

  it.each([
    ['cut short', junit.slice(0, 400), /ends at line 6 inside <failure>: it is cut short/],
    ['not closed', '<testsuite><testcase name="a"></testsuite>', /damaged at line 1/],
    [
      'with entities of its own',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><testsuite name="&b;"/>',
      /declarations of its own \(DOCTYPE/,
    ],
    ['with an unknown entity', '<testsuite name="&xxe;"/>', /undefined entity/],
    ['nested without end', '<testsuite>'.repeat(300), /more than 200 levels deep/],
    ['with a tag without end', `<testsuite name="${'a'.repeat(1_100_000)}`, /a tag of more than/],
    ['of another root', '<html><body/></html>', /XML with <html> as its root/],
  ])('refuses a file %s', (_what, text, message) => {
    expect(() => readText(text)).toThrow(message);
  });

  it('cuts long logs and comments, and still tells the line where it is damaged', () => {
    const log = 'a line of a log &amp; more\n'.repeat(1000);
    const text = `<testsuite><system-out>${log}</system-out><!--${log}--><system-err><![CDATA[${log}]]></system-err>\n</wrong>`;
    expect(() => readText(text, undefined, 777)).toThrow(/damaged at line 3002/);
  });
});

const cobertura = `<?xml version="1.0"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.75" branch-rate="0.5" version="2.1" timestamp="1700000000">
<packages><package name="pay"><classes><class name="Refund" filename="pay/refund.py" line-rate="0.75">
<methods><method name="half"><lines><line number="1" hits="1"/></lines></method></methods>
<lines><line number="1" hits="1"/><line number="2" hits="3" branch="true" condition-coverage="50% (1/2)"/>
<line number="3" hits="0"/><line number="4" hits="1"/></lines></class></classes></package></packages></coverage>`;

describe('Cobertura', () => {
  it('counts the lines of classes where the root gives rates alone', () => {
    const { kind, summary, details } = readText(cobertura);
    expect(kind).toBe('cobertura');
    expect(summary).toEqual({
      kind: 'coverage',
      lines: { covered: 3, total: 4 },
      branches: { covered: 1, total: 2 },
    });
    expect(details.items[0]).toMatchObject({
      title: 'pay/refund.py',
      text: '3 of 4 lines covered',
    });
  });

  it('believes the totals of the root, and tells where the classes say otherwise', () => {
    const text = cobertura.replace('version="2.1"', 'lines-valid="40" lines-covered="30"');
    const { summary, details } = readText(text);
    expect(summary).toMatchObject({ lines: { covered: 30, total: 40 } });
    expect(details.notes[0]).toContain('Its total says 40 lines, its classes have 4');
  });

  it('has no data where there is no line', () => {
    const { summary } = readText('<coverage lines-valid="0" lines-covered="0" line-rate="1"/>');
    expect(summary).toEqual({ kind: 'coverage', lines: { covered: 0, total: 0 }, branches: null });
  });
});

describe('CycloneDX as XML', () => {
  it('counts components with those inside them, and what they lack', () => {
    const text = `<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata><tools><tool><name>syft</name></tool></tools>
      <component type="application"><name>payments-api</name></component></metadata>
      <components><component type="library"><group>org.acme</group><name>core</name><version>1.2</version>
      <licenses><license><id>MIT</id></license></licenses><purl>pkg:maven/org.acme/core@1.2</purl>
      <components><component type="library"><name>inner</name><version/></component></components></component></components>
      <vulnerabilities><vulnerability><id>CVE-1</id></vulnerability></vulnerabilities></bom>`;
    const { tool, summary, details } = readText(text);
    expect(tool).toBe('syft');
    expect(summary).toEqual({
      ...{ kind: 'components', components: 2 },
      ...{ withoutVersion: 1, withoutLicence: 1, vulnerabilities: 1 },
    });
    expect(details.items.map(({ title, text: lacks }) => [title, lacks])).toEqual([
      ['inner', 'without a version and a licence'],
      ['org.acme/core 1.2', ''],
    ]);
  });
});

describe('JMeter as XML', () => {
  it('counts the samples at the top, not those inside of them', () => {
    const samples = Array.from(
      { length: 100 },
      (_, at) =>
        `<httpSample t="${at + 1}" ts="${1_700_000_000_000 + at * 100}" s="${at !== 7}" lb="GET /pay" rc="${at === 7 ? 500 : 200}" rm="Oops"><httpSample t="9000" s="false" lb="inner"/></httpSample>`,
    );
    const { summary, details } = readText(
      `<testResults version="1.2">${samples.join('')}</testResults>`,
    );
    expect(summary).toEqual({
      ...{ kind: 'performance', requests: 100, failed: 1, seconds: 10 },
      ...{ meanMs: 50.5, p95Ms: 95, p99Ms: 99, broken: [] },
    });
    expect(details.items[0]).toMatchObject({
      title: 'GET /pay',
      text: '1 failed, first with 500 Oops',
    });
  });
});
