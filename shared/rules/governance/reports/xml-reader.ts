import { SaxesParser } from 'saxes';
import { unreadable } from './report.ts';
import { XmlGuard } from './xml-guard.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** `parents` are the names of the elements around it, the outermost first. */
  open(name: string, attributes: XmlAttributes, parents: readonly string[]): void;
  close?(name: string, parents: readonly string[]): void;
  /** The beginning of a text or CDATA section, with the elements around it. */
  text?(text: string, parents: readonly string[]): void;
};

const deepest = 200;

/**
 * Reads XML in pieces with bounded memory. No entity but those of XML itself is known, nothing is
 * fetched, and a file that is damaged or ends too early is refused with the place.
 */
export function createXmlReader(handlers: XmlHandlers) {
  const guard = new XmlGuard();
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  let hasRoot = false;
  const line = () => parser.line + guard.droppedLines;

  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw unreadable(
      `The XML is damaged at line ${line()}, column ${parser.column}: ${reason}. Export the report again.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    hasRoot = true;
    const own = localName(name);
    handlers.open(own, attributes, path);
    path.push(own);
    if (path.length > deepest) {
      throw unreadable(
        `The XML is nested more than ${deepest} levels deep at line ${line()}, as no report is. Choose the file the tool wrote.`,
      );
    }
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    handlers.close?.(localName(name), path);
  });
  const { text } = handlers;
  if (text !== undefined) {
    parser.on('text', (words) => text(words, path));
    parser.on('cdata', (words) => text(words, path));
  }

  return {
    write(piece: string): void {
      parser.write(guard.pass(piece));
    },
    end(): void {
      const open = path.at(-1);
      if (open !== undefined) {
        throw unreadable(
          `The XML ends at line ${line()} inside <${open}>: it is cut short. Copy or export the report again.`,
        );
      }
      if (!hasRoot) throw unreadable('The file holds no XML. Choose the report the tool wrote.');
      parser.write(guard.rest());
      parser.close();
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
