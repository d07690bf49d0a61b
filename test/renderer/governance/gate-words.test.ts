import { describe, expect, it } from 'vitest';
import { gatesFromTemplate } from '#shared/rules/planning/templates/templates.ts';
import { releaseTemplate } from '#shared/model/planning/templates.ts';
import major from '../../fixtures/release-templates/major.json' with { type: 'json' };
import hotfix from '../../fixtures/release-templates/hotfix.json' with { type: 'json' };
import { reasonOf } from '../../../renderer/features/governance/gates/gate-why.ts';
import { isWebAddress } from '../../../renderer/components/web-address.ts';

const services = [{ name: 'payments-api', financial: true, criticality: 'high' }] as const;

describe('the reason of a gate', () => {
  it('is told briefly by its condition, for every gate a template brings', () => {
    const gates = [major, hotfix].flatMap((template) =>
      gatesFromTemplate(releaseTemplate.parse(template), { services, dataMigration: false }),
    );
    for (const { why } of gates) {
      const { tag, rule, seen, reason } = reasonOf(why);
      expect(tag).not.toBe('why?');
      expect(rule).toContain('Template “');
      expect(seen).toContain('payments-api');
      expect(why.endsWith(reason)).toBe(true);
    }
    expect(gates.map(({ why }) => reasonOf(why).tag)).toContain('every major release');
  });

  it('is shown whole when it is written in another way', () => {
    expect(reasonOf('Somebody wanted it.')).toEqual({
      tag: 'why?',
      rule: '',
      seen: '',
      reason: 'Somebody wanted it.',
    });
  });
});

describe('a link out of imported facts', () => {
  it('is followed to web addresses only', () => {
    expect(isWebAddress('https://example.com/run/1')).toBe(true);
    expect(isWebAddress('HTTP://127.0.0.1/run')).toBe(true);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//x']) {
      expect(isWebAddress(url), url).toBe(false);
    }
  });
});
