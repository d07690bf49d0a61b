import { Refusal } from '#shared/model/refusal.ts';

/** Every way a file can be unusable as a whole; each message names the byte where it shows. */
export function unexpected(offset: number, expected: string, found: string): Refusal {
  return new Refusal(
    'invalid_input',
    `At byte ${offset} of the file: expected ${expected}, found ${found}. The file is not whole JSON; export it again`,
  );
}

export function cutShort(offset: number, begun: number): Refusal {
  return new Refusal(
    'invalid_input',
    `The file ends at byte ${offset} inside something that begins at byte ${begun}: it was cut short. Export it again`,
  );
}

export function tooLarge(offset: number, limit: number): Refusal {
  return new Refusal(
    'invalid_input',
    `What begins at byte ${offset} of the file is larger than ${Math.round(limit / 1024 / 1024)} MiB, which no run is: a closing quote or bracket may be missing. Export the file again`,
  );
}

export function notJson(what: string): Refusal {
  return new Refusal('invalid_input', what);
}
