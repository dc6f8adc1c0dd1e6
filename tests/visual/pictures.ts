import type { Page } from '@playwright/test';

/** Pixels of a side of the page that become one pixel of a kept picture. */
export const reduction = 8;
/** Kept pixels of a side of an area that is judged as one: 32 pixels of the page. */
const area = 4;

/** How a picture differs from the kept one, in steps of brightness from 0 to 255. */
export interface Difference {
  /** Over the whole picture. */
  readonly mean: number;
  /** Share of areas that differ by more than a font can. */
  readonly changed: number;
}

/** Beyond these a picture shows something else; another font gives a mean of 0.3, a panel that is gone 4.6. */
export const tolerance: Difference = { mean: 1.5, changed: 0.02 };
/** Steps by which an area may differ when its letters are of another font. */
const areaStep = 28;

const urlOf = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** A picture an eighth as wide and high, each pixel the mean of its 64. */
export async function reduced(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(
    async ([source, factor]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(image.width / factor);
      canvas.height = Math.ceil(image.height / factor);
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, image.width / factor, image.height / factor);
      return canvas.toDataURL('image/png');
    },
    [urlOf(png), reduction] as const,
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/** How two reduced pictures of one size differ; wholly, where their sizes do. */
export function difference(page: Page, kept: Buffer, seen: Buffer): Promise<Difference> {
  return page.evaluate(
    async ([urls, side, step]) => {
      const images: ImageData[] = [];
      for (const url of urls) {
        const image = new Image();
        image.src = url;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        images.push(context.getImageData(0, 0, image.width, image.height));
      }
      const [a, b] = images as [ImageData, ImageData];
      const { width, height } = a;
      if (b.width !== width || b.height !== height) return { mean: 255, changed: 1 };
      let [total, nAreas, nChanged] = [0, 0, 0];
      for (let top = 0; top + side <= height; top += side) {
        for (let left = 0; left + side <= width; left += side) {
          // Letters that moved by a little leave the mean of their area alone.
          let worst = 0;
          for (let channel = 0; channel < 3; channel++) {
            let sum = 0;
            for (let i = 0; i < side * side; i++) {
              const at = 4 * ((top + Math.floor(i / side)) * width + left + (i % side)) + channel;
              sum += a.data[at]! - b.data[at]!;
            }
            worst = Math.max(worst, Math.abs(sum) / (side * side));
          }
          total += worst;
          nAreas += 1;
          if (worst > step) nChanged += 1;
        }
      }
      return { mean: total / nAreas, changed: nChanged / nAreas };
    },
    [[urlOf(kept), urlOf(seen)], area, areaStep] as const,
  );
}
