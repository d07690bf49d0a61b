import { describe, expect, it } from 'vitest';
import { isJiraCloud, jiraPlace } from '#shared/rules/delivery/jira-address.ts';

describe('an address of Jira', () => {
  it.each([
    ['https://acme.atlassian.net/', 'https://acme.atlassian.net', null],
    ['https://acme.atlassian.net/browse/PAY-12', 'https://acme.atlassian.net', 'PAY'],
    [
      'https://acme.atlassian.net/jira/software/c/projects/PAY/boards/3?x=1#y',
      'https://acme.atlassian.net',
      'PAY',
    ],
    ['https://jira.example.com/browse/pay-1', 'https://jira.example.com', 'PAY'],
    ['https://example.com/jira/browse/PAY-1', 'https://example.com/jira', 'PAY'],
    ['https://example.com/jira/projects/OPS/summary', 'https://example.com/jira', 'OPS'],
    ['https://example.com/jira/secure/Dashboard.jspa', 'https://example.com/jira', null],
    ['https://example.com/jira/rest/api/2', 'https://example.com/jira', null],
    ['https://example.com/jira', 'https://example.com/jira', null],
    [
      'https://api.atlassian.com/ex/jira/11223344-a1b2',
      'https://api.atlassian.com/ex/jira/11223344-a1b2',
      null,
    ],
    ['https://acme.atlassian.net/browse/<b>', 'https://acme.atlassian.net', null],
  ])('%s is %s with the project %s', (text, baseUrl, project) => {
    expect(jiraPlace(text)).toEqual({ baseUrl, project });
  });

  it.each(['PAY', 'project = PAY', 'ftp://jira.example.com', 'https://'])('is not %s', (text) => {
    expect(jiraPlace(text)).toBeNull();
  });

  it('is of the cloud by its name, whatever stands before it', () => {
    const names = ['acme.atlassian.net', 'api.atlassian.com', 'atlassian.net.evil.example'];
    expect(names.map(isJiraCloud)).toEqual([true, true, false]);
  });
});
