/** One content line of an iCalendar file, unfolded: `DTSTART;TZID=Europe/London:20261126T220000`. */
export type IcsProperty = { name: string; parameters: Record<string, string>; value: string };
export type IcsComponent = { name: string; properties: IcsProperty[]; parts: IcsComponent[] };

const longestLine = 75;

/**
 * Reads an iCalendar file strictly by RFC 5545: lines end with CRLF and have at most 75 octets,
 * components nest, and every line is a property. Throws where the file is not so.
 */
export function parseIcs(text: string): IcsComponent {
  const root: IcsComponent = { name: '', properties: [], parts: [] };
  const open = [root];
  for (const line of unfold(text)) {
    const property = parseLine(line);
    const current = open.at(-1);
    if (current === undefined) throw new Error(`Nothing is open at ${line}`);
    if (property.name === 'BEGIN') {
      const part: IcsComponent = { name: property.value, properties: [], parts: [] };
      current.parts.push(part);
      open.push(part);
    } else if (property.name === 'END') {
      if (open.pop()?.name !== property.value) throw new Error(`${line} ends what is not open`);
    } else {
      if (current === root) throw new Error(`${line} is outside of the calendar`);
      current.properties.push(property);
    }
  }
  const [calendar, ...others] = root.parts;
  if (open.length !== 1 || calendar === undefined || others.length > 0) {
    throw new Error('Expected exactly one calendar, closed');
  }
  return calendar;
}

function unfold(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end with CRLF');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`A bare line break in ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > longestLine) throw new Error(`Longer than 75 octets: ${line}`);
  }
  return raw
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function parseLine(line: string): IcsProperty {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line);
  if (found === null) throw new Error(`Not a property: ${JSON.stringify(line)}`);
  const [, name = '', parameters = '', value = ''] = found;
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value)) throw new Error(`A control in ${line}`);
  const pairs = parameters.split(';').filter((part) => part !== '');
  return { name, value, parameters: Object.fromEntries(pairs.map((pair) => pair.split('='))) };
}

export function valueOf(component: IcsComponent, name: string): string | undefined {
  return component.properties.find((property) => property.name === name)?.value;
}

/** The text people typed, from an escaped TEXT value. */
export function textOf(component: IcsComponent, name: string): string | undefined {
  return valueOf(component, name)?.replaceAll(/\\([\\;,nN])/g, (_whole, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
}

export function partsOf(component: IcsComponent, name: string): IcsComponent[] {
  return component.parts.filter((part) => part.name === name);
}
