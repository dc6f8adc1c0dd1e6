import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/build/ensureBuilt.ts';
import type { Growth, GrowthPoint } from './growthPoints.ts';

const [width, height] = [420, 260];
const edge = { left: 64, right: 20, top: 36, bottom: 42 };

const labels: Readonly<Record<GrowthPoint['axis'], string>> = {
  batch: 'batch, rows',
  context: 'context, tokens',
  width: 'width, dModel',
  depth: 'depth, layers',
  vocabulary: 'vocabulary, tokens',
  tasks: 'tasks on the desk',
};

/** One plot for each axis: docs/performance/<axis>.svg, tokens per second over the size. */
export function drawGrowth({ points }: Growth): void {
  const folder = join(projectRoot, 'docs', 'performance');
  mkdirSync(folder, { recursive: true });
  for (const axis of new Set(points.map((point) => point.axis))) {
    const own = points.filter((point) => point.axis === axis);
    writeFileSync(join(folder, `${axis}.svg`), plot(labels[axis], own));
  }
}

/** Sizes on a logarithmic axis, speeds on a linear one from zero. */
function plot(label: string, points: readonly GrowthPoint[]): string {
  const sizes = points.map(({ size }) => Math.log2(size));
  const [first, last] = [Math.min(...sizes), Math.max(...sizes)];
  const top = niceTop(Math.max(...points.map(({ tokensPerSecond }) => tokensPerSecond)));
  const x = (size: number): number =>
    edge.left + ((Math.log2(size) - first) / (last - first)) * (width - edge.left - edge.right);
  const y = (speed: number): number =>
    height - edge.bottom - (speed / top) * (height - edge.top - edge.bottom);
  const line = points.map(({ size, tokensPerSecond }) => `${x(size)},${y(tokensPerSecond)}`);
  const rows = [0, 0.25, 0.5, 0.75, 1].map((share) => share * top);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="11">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${edge.left}" y="20" fill="#333" font-size="12">tokens per second</text>
${rows.map((speed) => `<line x1="${edge.left}" x2="${width - edge.right}" y1="${y(speed)}" y2="${y(speed)}" stroke="#ddd"/><text x="${edge.left - 8}" y="${y(speed) + 4}" text-anchor="end" fill="#666">${Math.round(speed).toLocaleString('en')}</text>`).join('\n')}
${points.map(({ size }) => `<text x="${x(size)}" y="${height - edge.bottom + 16}" text-anchor="middle" fill="#666">${size}</text>`).join('\n')}
<text x="${(edge.left + width - edge.right) / 2}" y="${height - 8}" text-anchor="middle" fill="#333">${label}</text>
<polyline points="${line.join(' ')}" fill="none" stroke="#2563eb" stroke-width="2"/>
${points.map(({ size, tokensPerSecond }) => `<circle cx="${x(size)}" cy="${y(tokensPerSecond)}" r="3.5" fill="#2563eb"/>`).join('\n')}
</svg>
`;
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= value)!;
}
