/** A font of the page as another thread can load it. */
export type Face = { family: string; source: string; weight: string; unicodeRange: string };

/** The faces of the fonts a family list names, as the style sheets of the page declare them. */
export function facesOf(family: string): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const { style } = rule;
      const name = plain(style.getPropertyValue('font-family'));
      const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
      if (address === undefined || !family.includes(name)) return [];
      const source = new URL(address, sheet.href ?? document.baseURI).href;
      const weight = style.getPropertyValue('font-weight') || 'normal';
      const unicodeRange = style.getPropertyValue('unicode-range') || 'U+0-10FFFF';
      return [{ family: name, source, weight, unicodeRange }];
    }),
  );
}

function plain(family: string): string {
  return family.trim().replaceAll(/^["']|["']$/g, '');
}
