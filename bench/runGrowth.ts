import { modelSizes } from '../src/core/models.ts';
import { median } from '../src/core/statistics/median.ts';
import { defaultSettings } from '../src/core/settings/table.ts';
import type { BenchBackend } from './benchEngine.ts';
import { grownShape, growthAxes, taskCounts } from './growthPoints.ts';
import type { GrowthAxis, GrowthPoint } from './growthPoints.ts';
import { runJob } from './runJob.ts';

export interface GrowthPlan {
  readonly backend: BenchBackend;
  readonly rounds: number;
  readonly seconds: number;
}

const jobLimit = 240;

/** Our speed while one size grows, and with ever more tasks on the desk; rounds in turns. */
export async function runGrowth(
  { backend, rounds, seconds }: GrowthPlan,
  onProgress: (words: string) => void,
): Promise<GrowthPoint[]> {
  const speeds = new Map<string, number[]>();
  const points: Omit<GrowthPoint, 'tokensPerSecond'>[] = [
    ...(Object.keys(growthAxes) as GrowthAxis[]).flatMap((axis) =>
      growthAxes[axis].map((size) => ({ axis, size })),
    ),
    ...taskCounts.map((size) => ({ axis: 'tasks' as const, size })),
  ];
  for (let round = 0; round < rounds; round++) {
    for (const { axis, size } of round % 2 ? points.toReversed() : points) {
      onProgress(`${axis} ${size}, round ${round + 1}`);
      const speed = await speedAt(axis, size);
      if (speed === null) continue;
      const key = `${axis} ${size}`;
      speeds.set(key, [...(speeds.get(key) ?? []), speed]);
    }
  }
  return points.flatMap(({ axis, size }) => {
    const list = speeds.get(`${axis} ${size}`);
    return list ? [{ axis, size, tokensPerSecond: median(list.sort((a, b) => a - b)) }] : [];
  });

  async function speedAt(axis: GrowthAxis | 'tasks', size: number): Promise<number | null> {
    if (axis === 'tasks') {
      const siteUrl = new URL('.', document.baseURI).href;
      const desk = await runJob<'desk'>(
        { kind: 'desk', backend, siteUrl, nTasks: size, seconds },
        jobLimit,
      );
      const { batchSize, seqLen } = defaultSettings(modelSizes.mini);
      return desk.ok ? (1000 * batchSize * seqLen) / desk.value.msPerStep : null;
    }
    const setup = { shape: grownShape(axis, size), backend, precision: 'fp32', seed: 1 } as const;
    const speed = await runJob<'speed'>(
      { kind: 'speed', engine: 'mixdesk', setup, seconds },
      jobLimit,
    );
    return speed.ok ? speed.value.tokensPerSecond : null;
  }
}
