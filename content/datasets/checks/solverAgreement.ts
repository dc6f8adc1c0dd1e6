import { metricNamed } from '../../../src/core/metrics/index.ts';
import { solvers } from '../solvers/index.ts';
import type { Given, Solver } from '../solver.ts';
import type { Case, TaskSource } from '../taskSource.ts';
import type { Check, Checked } from './check.ts';
import { placedCases } from './parts.ts';

/** The independent solver is right for every case, and rejects what the negative examples answer. */
export const solverAgreement: Check = (checked) => {
  const { source, draws } = checked;
  const solver = solvers[source.id];
  if (!solver) return { violations: [`no solver in content/datasets/solvers`] };
  const placed = placedCases(draws);
  const wrong = placed.flatMap(({ place, drawn }) => disagreement(solver, source, place, drawn));
  const agreed = (100 * (placed.length - wrong.length)) / placed.length;
  return {
    violations: [
      ...wrong,
      ...acceptedMistakes(solver, checked),
      ...acceptedStrangers(solver, checked),
    ],
    figures: { solver: Math.floor(10 * agreed) / 10 },
  };
};

const givenBy = ({ labels = [] }: TaskSource, { slots = {}, options }: Case): Given => ({
  slots,
  options: options ?? labels,
});

function accepts(solver: Solver, source: TaskSource, drawn: Case, output: string): boolean {
  const given = givenBy(source, drawn);
  if ('judge' in solver) return solver.judge(drawn.input, output, given);
  return solver.solve(drawn.input, given) === output;
}

function disagreement(solver: Solver, source: TaskSource, place: string, drawn: Case): string[] {
  if (accepts(solver, source, drawn, drawn.output)) return [];
  const got = 'solve' in solver ? `"${solver.solve(drawn.input, givenBy(source, drawn))}"` : 'no';
  return [`${place}: the solver says ${got} to "${drawn.input}" → "${drawn.output}"`];
}

function acceptedMistakes(solver: Solver, { source, draws, task }: Checked): string[] {
  const { positiveExamples: right, negativeExamples: wrong } = task;
  return wrong.flatMap(({ output }, index) => {
    const drawn = draws.demonstrations[right.length + index]!;
    const isRight = accepts(solver, source, drawn, output) || scores(source, drawn, output);
    return isRight ? [`negative example ${index} is right: "${drawn.input}" → "${output}"`] : [];
  });
}

/** Metrics of exact answers must refuse a negative example too. */
const scores = ({ metric }: TaskSource, { output, others = [] }: Case, answer: string): boolean =>
  metricNamed(metric).score([answer], [[output, ...others]]) === 100;

/** A judge that accepts the answers of other cases judges nothing. */
function acceptedStrangers(solver: Solver, { source, draws }: Checked): string[] {
  if (!('judge' in solver)) return [];
  const { test } = draws.splits;
  const accepted = test.filter((drawn, index) => {
    const other = test[(index + 7) % test.length]!.output;
    return other !== drawn.output && solver.judge(drawn.input, other, givenBy(source, drawn));
  });
  const share = (100 * accepted.length) / test.length;
  return share > 5 ? [`the judge accepts ${share} % of other cases' answers`] : [];
}
