import { describe, expect, it } from 'vitest';
import type { PackAnswer } from '#shared/model/governance/packs.ts';
import { carriedFiles, largestCarried } from '#shared/rules/governance/packs/carried-files.ts';
import { mergeResponse } from '#shared/rules/governance/packs/merge-responses.ts';
import { codeFrom, readCode } from '#shared/rules/governance/packs/reviewer-code.ts';
import {
  readResponse,
  responseText,
  signedText,
} from '#shared/rules/governance/packs/response-file.ts';

const gates = [1, 2, 3].map((each) => `0190a0a0-0000-7000-8000-00000000000${each}`);
const [first = '', second = '', third = ''] = gates;

function says(gateId: string, more: Partial<PackAnswer> = {}): PackAnswer {
  const plain = { comment: '', conditions: [], deferredTo: null };
  return { gateId, fingerprint: 'f1', outcome: 'go', ...plain, ...more };
}

const answer = {
  workspaceId: first,
  workspace: 'Payments',
  packId: second,
  pack: 'CAB 24 Nov',
  fingerprint: 'f',
  reviewerId: third,
  reviewer: 'Iris',
  answeredAt: '2026-11-24T10:00:00.000Z',
  comment: 'Line one\nline two \u2028 “quoted” </script><b>',
  answers: [says(first)],
};
const signature = 'a'.repeat(64);

function problemOf(text: string): string {
  try {
    readResponse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('A reviewer’s code', () => {
  const code = codeFrom(Uint8Array.from([3, 250, 17, 90, 41, 8, 133, 77, 201, 64, 31]));

  it('is read as people type it', () => {
    const plain = code.replaceAll('-', '');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Y]{4}(-[0-9A-HJKMNP-TV-Y]{4}){2}$/);
    expect(readCode(code)).toBe(plain);
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain);
    expect(readCode('OIL0')).toBeNull();
  });

  it('shows one wrong letter, and two that changed places', () => {
    const plain = [...code.replaceAll('-', '')];
    for (const [at, letter] of plain.slice(0, 11).entries()) {
      const wrong = plain.with(at, letter === 'A' ? 'B' : 'A').join('');
      expect(readCode(wrong), wrong).toBeNull();
      const next = plain[at + 1] ?? '';
      const swapped = plain
        .with(at, next)
        .with(at + 1, letter)
        .join('');
      if (at < 10 && letter !== next) expect(readCode(swapped), swapped).toBeNull();
    }
  });
});

describe('A response file', () => {
  const text = responseText(answer, signature);

  it('is read back as it was written, whatever is in it', () => {
    const { file, signed } = readResponse(text);
    expect(file.answer).toEqual(answer);
    expect(signed).toBe(signedText(answer));
  });

  it('is refused for any change the signature would not see', () => {
    expect(problemOf(`${text}\n`)).toContain('changed after it was saved');
    expect(problemOf(`\ufeff${text}`)).toContain('cannot be read as JSON');
    expect(problemOf(text.replaceAll('\n', '\r\n'))).toContain('changed after it was saved');
    expect(problemOf(text.replace('"pack"', '"pack" '))).toContain('changed after it was saved');
    expect(problemOf(text.replace('"go"', '"goo"'))).toContain('answer.answers.0.outcome');
    expect(problemOf(text.slice(0, -20))).toContain('cut off');
  });

  it('with too many votes, or of another kind, says so', () => {
    const votes = Array.from({ length: 10_000 }, () => says(first));
    expect(problemOf(responseText({ ...answer, answers: votes }, signature))).toContain(
      '10,000 answers',
    );
    expect(problemOf('<!doctype html>')).toContain('a pack itself');
    expect(problemOf('{"format":"other-1"}')).toContain('found “other-1”');
    expect(problemOf('['.repeat(100_000) + ']'.repeat(100_000))).toContain('no answer to a CAB');
  });
});

describe('Answers of one person', () => {
  const earlier = (answers: PackAnswer[], state: 'taken' | 'set-aside' = 'taken') => [
    { id: 'r1', state, answers },
  ];

  it('add to each other where they speak of other gates or say the same', () => {
    expect(mergeResponse([], [says(first)])).toEqual({ contradicts: [], fresh: [first] });
    expect(mergeResponse(earlier([says(first)]), [says(first), says(second)])).toEqual({
      contradicts: [],
      fresh: [second],
    });
  });

  it('wait as a whole where one gate is answered otherwise', () => {
    const no = says(first, { outcome: 'no-go', comment: 'Not rehearsed' });
    expect(mergeResponse(earlier([says(first)]), [no, says(second)])).toEqual({
      contradicts: ['r1'],
      fresh: [],
    });
    const other = says(first, { comment: 'Read it' });
    expect(mergeResponse(earlier([says(first)]), [other]).contradicts).toEqual(['r1']);
    expect(mergeResponse(earlier([says(first)], 'set-aside'), [no]).fresh).toEqual([first]);
  });
});

it('A pack leaves behind what no browser takes out of a page, and what comes after it is full', () => {
  const file = (id: string, megabytes: number) => ({ id, bytes: megabytes * 1024 * 1024 });
  expect([
    ...carriedFiles([file('a', 15), file('b', 21), file('c', 15), file('d', 3), file('e', 1)]),
  ]).toEqual(['a', 'c', 'e']);
  expect(largestCarried).toBe(20 * 1024 * 1024);
});
