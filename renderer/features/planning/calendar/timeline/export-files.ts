import type { Output } from '#shared/contract/index.ts';
import { pagesOf, papers, pictureOf } from '#shared/rules/planning/timeline/paper.ts';
import type { Paper, Picture } from '#shared/rules/planning/timeline/paper.ts';
import { svgOf } from '#shared/rules/planning/timeline/svg.ts';
import { saveFile } from '../../../../components/save-file.ts';

/** Pixels: as wide as a big window. */
const pictureWidth = 1_600;
/** Browsers draw no canvas that is higher. */
const highestPng = 16_000;
const svgType = 'image/svg+xml';

/** Gives back what to tell when it is saved. */
export function saveSvg(picture: Picture): Promise<string> {
  saveFile('Timeline.svg', svgType, svgOf(pictureOf(picture, pictureWidth)));
  return Promise.resolve('Saved Timeline.svg');
}

export async function savePng(picture: Picture): Promise<string> {
  const sheet = pictureOf(picture, pictureWidth);
  if (sheet.height > highestPng) {
    throw new Error(
      `A PNG can be ${highestPng.toLocaleString('en')} pixels high and this one would be ${Math.ceil(sheet.height).toLocaleString('en')}. Narrow the releases with a filter, or export it as SVG.`,
    );
  }
  const scale = sheet.height * 2 > highestPng ? 1 : 2;
  const image = await imageOf(svgOf(sheet));
  const canvas = document.createElement('canvas');
  canvas.width = sheet.width * scale;
  canvas.height = Math.ceil(sheet.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error('The browser could not make a PNG of this size. Export it as SVG instead.');
  }
  saveFile('Timeline.png', 'image/png', blob);
  return 'Saved Timeline.png';
}

/** The core makes it: pages are printed by a browser of their own. */
export function savePdf({ fileName, mediaType, content, pages }: Output<'reports.timelinePdf'>) {
  saveFile(
    fileName,
    mediaType,
    Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)),
  );
  return `Saved ${fileName}, ${pages === 1 ? '1 page' : `${pages} pages`}`;
}

/** As pictures, each a page: text of releases is never read as part of this page. */
export async function printPages(picture: Picture, paper: Paper): Promise<string> {
  const pages = pagesOf(picture, paper);
  const sheets = document.createElement('div');
  sheets.className = 'timeline-paper';
  for (const page of pages) sheets.append(await imageOf(svgOf(page)));
  const { width, height } = papers[paper];
  const style = new CSSStyleSheet();
  style.replaceSync(`
    .timeline-paper { display: none; }
    @media print {
      @page { size: ${paper} landscape; margin: 0; }
      body > :not(.timeline-paper) { display: none !important; }
      html, body { height: auto !important; }
      .timeline-paper { display: block; }
      .timeline-paper img { display: block; width: ${width - 1}px; height: ${height - 2}px; break-after: page; }
      .timeline-paper img:last-child { break-after: auto; }
    }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(sheets);
  const clear = () => {
    sheets.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
  };
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
  return pages.length === 1 ? '1 page to print' : `${pages.length} pages to print`;
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: svgType }));
  const image = new Image();
  image.alt = '';
  image.src = url;
  try {
    await image.decode();
  } finally {
    // The picture is decoded by then; the address alone would keep it for the session.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
  return image;
}
