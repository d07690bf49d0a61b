import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '#core/sync/http/base-url.ts';
import { linkTarget, nextPage } from '#core/sync/http/links.ts';
import { createPageGuard } from '#core/sync/http/paging.ts';
import { followable } from '#core/sync/http/same-origin.ts';

describe('a base URL', () => {
  it.each([
    ['https://api.github.com', 'https://api.github.com'],
    [' https://API.GitHub.com/ ', 'https://api.github.com'],
    ['https://host.example/api/v3//', 'https://host.example/api/v3'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/jenkins/', 'http://[::1]:8080/jenkins'],
    // Wherever it resolves to, also where a cloud keeps its secrets: it was typed.
    ['http://169.254.169.254', 'http://169.254.169.254'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(parseBaseUrl(typed)).toBe(kept);
  });

  it.each([
    ['', /is not a web address/],
    ['api.github.com', /is not a web address/],
    ['https://api.git\nhub.com', /is not a web address/],
    ['ftp://host.example', /begins with ftp:/],
    ['file:///etc/passwd', /begins with file:/],
    ['https://ann:secret@host.example', /user name or password/],
    ['https://host.example/?token=1', /after \? or #/],
    ['https://host.example/#a', /after \? or #/],
    ['https://host.example/?', /after \? or #/],
  ])('%j is refused', (typed, message) => {
    expect(() => parseBaseUrl(typed)).toThrow(message);
  });

  it('is refused without repeating the password typed into it', () => {
    expect(() => parseBaseUrl('https://ann:secret@host.example')).toThrow(/^(?!.*secret)/);
  });
});

describe('a Link header', () => {
  it.each([
    ['<https://h/a?page=2>; rel="next", <https://h/a?page=9>; rel="last"', 'https://h/a?page=2'],
    ['<https://h/a?page=9>; rel="last", <https://h/a?page=2>; rel="next"', 'https://h/a?page=2'],
    ['</a?q=1,2&page=2>;rel=next', '/a?q=1,2&page=2'],
    ['<?page=2>; title="rel=last; <x>"; REL="Prev Next"', '?page=2'],
    ['<https://h/a>; rel="nextish"', null],
    ['<https://h/a>; rel="last"', null],
    ['garbage', null],
    ['', null],
    [null, null],
  ])('%j names the next page %j', (header, target) => {
    expect(linkTarget(header, 'next')).toBe(target);
  });

  it('is read in time that grows with its length, whatever it holds', () => {
    expect(linkTarget('<a>' + '; a='.repeat(50_000), 'next')).toBeNull();
  });

  it('is resolved against the page it came with', () => {
    const headers = new Headers({ link: '<runs?page=2#x>; rel="next"' });
    expect(nextPage(headers, 'https://h/api/v3/repos/a/b/runs?page=1', null)).toBe(
      'https://h/api/v3/repos/a/b/runs?page=2',
    );
  });
});

describe('an address to follow', () => {
  it('may be written with the default port', () => {
    expect(followable('https://h:443/b', 'https://h/a')).toEqual({ ok: true, url: 'https://h/b' });
  });

  it('is compared with the origin of the page, not with its beginning as text', () => {
    expect(followable('https://host.example.evil/', 'https://host.example/')).toMatchObject({
      ok: false,
    });
  });
});

describe('the guard over pages', () => {
  it('lets each page in once and refuses one more than its limit', () => {
    const guard = createPageGuard(2);
    expect([guard.enter('a'), guard.enter('a'), guard.enter('b')]).toEqual([true, false, true]);
    expect(() => guard.enter('c')).toThrow(/more than 2 pages/);
  });
});
