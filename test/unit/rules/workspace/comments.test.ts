import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnread, lastSaid, requireAuthor } from '#shared/rules/workspace/comments.ts';
import {
  mentionPieces,
  mentionsIn,
  suggested,
  typingAt,
} from '#shared/rules/workspace/mentions.ts';
import { mentionItems } from '#shared/rules/reports/mentions.ts';

const people = [
  { id: 'jon', name: 'Jon Bell' },
  { id: 'jo', name: 'Jon' },
  { id: 'mara', name: 'Mara Okafor' },
  { id: 'yael', name: 'יעל בן־דוד' },
  { id: 'twin', name: 'Mara Okafor' },
];

/** Any text a program can hold, halves of characters among them. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

describe('A mention', () => {
  it.each([
    ['@Jon Bell, is it done?', ['jon']],
    ['@jon bell', ['jon']],
    ['@Jon is it done?', ['jo']],
    ['@Jon Bellamy', ['jo']],
    ['@Jonas', []],
    ['ask @Mara Okafor.', ['mara', 'twin']],
    ['(@Jon)', ['jo']],
    ['@יעל בן־דוד תודה', ['yael']],
    ['mail me@Jon', []],
    ['mail a.@Jon', []],
    ['no @', []],
    ['@@Jon', ['jo']],
    ['@Nobody @Jon @Jon Bell @Jon', ['jo', 'jon']],
  ])('in %j means %j', (text, expected) => {
    expect(mentionsIn(text, people)).toEqual(expected);
  });

  it('leaves the text as it was typed, piece by piece', () => {
    const word = fc.oneof(
      fc.constantFrom('@', '@Jon', ' Bell', 'Mara', '\n', '@Mara Okafor'),
      anyText,
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const pieces = mentionPieces(text, people);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('is offered while it is typed, by the beginning of any of its words', () => {
    const offered = (text: string) => {
      const typing = typingAt(text, text.length);
      return typing === null ? null : suggested(typing, people).map(({ id }) => id);
    };
    expect(offered('hello @')).toHaveLength(5);
    expect(offered('hello @jo')).toEqual(['jon', 'jo']);
    expect(offered('hello @bel')).toEqual(['jon']);
    expect(offered('hello @Jon B')).toEqual(['jon']);
    expect(offered('hello @zz')).toEqual([]);
    expect(offered('hello')).toBeNull();
    expect(offered('mail me@jo')).toBeNull();
    expect(offered('@ jon')).toBeNull();
    expect(offered('@Jon\n')).toBeNull();
  });
});

describe('A comment', () => {
  const said = { byId: 'jon', mentions: ['mara'], at: 100, editedAt: null };

  it('is unread for others until they have read up to it', () => {
    expect(isUnread(said, 'mara', null)).toBe(true);
    expect(isUnread(said, 'mara', 99)).toBe(true);
    expect(isUnread(said, 'mara', 100)).toBe(false);
    expect(isUnread(said, 'jon', null)).toBe(false);
    expect(isUnread(said, null, null)).toBe(false);
  });

  it('is new again after an edit only for those it mentions', () => {
    const edited = { ...said, editedAt: 200 };
    expect(isUnread(edited, 'mara', 150)).toBe(true);
    expect(isUnread(edited, 'iris', 150)).toBe(false);
    expect(lastSaid(edited)).toBe(200);
  });

  it('is changed by its author alone', () => {
    expect(() => requireAuthor('jon', 'jon', 'Jon Bell', 'changed')).not.toThrow();
    expect(() => requireAuthor('jon', 'mara', 'Jon Bell', 'removed')).toThrow(
      /by Jon Bell, so only they can have it removed\. Answer it/,
    );
  });
});

describe('A mention on Today', () => {
  const mention = {
    id: 'c',
    releaseId: 'r',
    release: 'Payments 4.2',
    subject: 'gate',
    subjectId: 'g',
    about: 'Security sign-off',
    text: 'Please\nlook',
    at: '2026-11-24T09:00:00.000Z',
    byId: 'jon',
  } as const;
  const context = {
    names: new Map([['jon', 'Jon Bell']]),
    now: '2026-11-24T09:20:00.000Z',
    zone: 'Europe/London',
  };

  it('says who said what where on one line, and leads there', () => {
    expect(mentionItems([mention], context)).toEqual([
      {
        ...{ key: 'mention c', kind: 'mention', releaseId: 'r', release: 'Payments 4.2' },
        what: 'Jon Bell mentioned you: “Please look”',
        why: 'Payments 4.2, gate “Security sign-off”, Tue 24 Nov 09:00',
        ...{ due: null, late: false, gateId: 'g' },
        place: { subject: 'gate', id: 'g' },
      },
    ]);
  });

  it('leads to the release where the thing is gone, and cuts what is long', () => {
    const gone = { ...mention, about: null, text: 'x'.repeat(5000) };
    const [item] = mentionItems([gone], context);
    expect(item?.place).toEqual({ subject: 'release', id: 'r' });
    expect(item?.gateId).toBeNull();
    expect(item?.why).toContain('a gate that was removed');
    expect(item?.what.length).toBeLessThan(220);
  });
});
