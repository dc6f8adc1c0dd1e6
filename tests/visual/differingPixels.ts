import type { Page } from '@playwright/test';

/** How many pixels of two pictures of one size differ by more than a hint; all of them where the sizes do. */
export function differingPixels(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const urls = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (both) => {
    const pixels: ImageData[] = [];
    for (const url of both) {
      const image = new Image();
      image.src = url;
      await image.decode();
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      pixels.push(context.getImageData(0, 0, width, height));
    }
    const [one, other] = pixels as [ImageData, ImageData];
    if (one.width !== other.width || one.height !== other.height) return one.width * one.height;
    let count = 0;
    for (let i = 0; i < one.data.length; i += 4) {
      let gap = 0;
      for (let c = 0; c < 3; c++)
        gap = Math.max(gap, Math.abs(one.data[i + c]! - other.data[i + c]!));
      if (gap > 60) count += 1;
    }
    return count;
  }, urls);
}
