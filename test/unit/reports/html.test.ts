import { describe, expect, it } from 'vitest';
import { escapeText, html, link } from '#core/reports/html.ts';
import type { Content } from '#core/reports/html.ts';

describe('the html template', () => {
  it('escapes what is put into it, in text and in attributes', () => {
    const text = `<b title="x">'\`&</b>`;
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;&#39;&#96;&amp;&lt;/b&gt;">&lt;b title=&quot;x&quot;&gt;&#39;&#96;&amp;&lt;/b&gt;</p>',
    );
  });

  it('takes its own markup as it is, joins lists, and leaves out what is not there', () => {
    const items = ['a', 'b'].map((each) => html`<b>${each}</b>`);
    const nothing: Content[] = [null, undefined, false, ''];
    expect(html`${items}${nothing}${0}`.toString()).toBe('<b>a</b><b>b</b>0');
  });

  it('does not take an object that only looks like markup', () => {
    const forged: unknown = JSON.parse('{"text":"<script>","toString":null}');
    const asContent = (value: unknown): value is Content => value !== undefined;
    if (!asContent(forged)) throw new Error('Expected an object');
    expect(() => html`${forged}`.toString()).toThrow();
  });

  it('shows characters no document may hold as U+FFFD and mends halves of pairs', () => {
    expect(escapeText('a\u0000b\u001bc\u0085d')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(escapeText('\ud83d!')).toBe('\ufffd!');
    expect(escapeText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });
});

describe('a link in a report', () => {
  it.each(['https://ci.example/runs/7?a=1&b=2', 'http://127.0.0.1:8080/x'])(
    'is made of %s',
    (url) => {
      expect(link(url, 'run').toString()).toBe(
        `<a href="${escapeText(url)}" rel="noopener noreferrer">run</a>`,
      );
    },
  );

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'https://user:secret@ci.example/',
    '//ci.example/x',
    'not an address',
    null,
  ])('is only its text for %j', (url) => {
    expect(link(url, '<run>').toString()).toBe('&lt;run&gt;');
  });

  it('cannot be left through its address', () => {
    const markup = link('https://ci.example/"onmouseover="alert(1)', 'run').toString();
    expect(markup).toBe(
      '<a href="https://ci.example/%22onmouseover=%22alert(1)" rel="noopener noreferrer">run</a>',
    );
  });
});
