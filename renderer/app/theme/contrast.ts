/** Contrast of two `#RRGGBB` colours from 1 to 21, as WCAG 2.2 defines it. Throws on any other notation. */
export function contrast(first: string, second: string): number {
  const [darker, lighter] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  if (darker === undefined || lighter === undefined) throw new Error('unreachable: two values in');
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) throw new Error(`Expected a colour as #RRGGBB, found "${hex}".`);
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((pair) => linear(parseInt(pair, 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The sRGB transfer curve: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function linear(byte: number): number {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
