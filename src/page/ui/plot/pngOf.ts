import type { DrawnFigure } from './svgFigure.ts';

/** Pixels of the picture for one of the figure. */
const density = 2;

/** The figure as a PNG. */
export async function pngOf({ svg, width, height }: DrawnFigure): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = Object.assign(new Image(), { src: url });
  await image.decode();
  URL.revokeObjectURL(url);
  const canvas = Object.assign(document.createElement('canvas'), {
    width: density * width,
    height: density * height,
  });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'));
}
