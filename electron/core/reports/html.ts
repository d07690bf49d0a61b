/**
 * A piece of HTML that may stand in a document as it is. Only the template tag makes one, so a text
 * from outside can never become one: whatever is put into a template is escaped unless it is one.
 */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static from(strings: TemplateStringsArray, values: readonly Content[]): Markup {
    const parts = strings.flatMap((piece, index) =>
      index < values.length ? [piece, render(values[index])] : [piece],
    );
    return new Markup(parts.join(''));
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: texts and numbers are escaped, lists joined, and nothing is nothing. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/**
 * Markup with everything put into it escaped. Values may stand in text and in quoted attributes;
 * never in a tag's name, an unquoted attribute, a style or a script.
 */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  return Markup.from(strings, values);
}

function render(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  return value.map(render).join('');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text that stays text in HTML; what no HTML document may hold shows as U+FFFD. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(controls, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? character);
}

/** A link when the address is one of the web, the text alone otherwise. */
export function link(address: string | null, text: string): Markup {
  const url = address === null ? null : webAddress(address);
  if (url === null) return html`${text}`;
  return html`<a href="${url}" rel="noopener noreferrer">${text}</a>`;
}

/** The address as the URL parser reads it; null unless it is http or https without a password in it. */
function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
}
