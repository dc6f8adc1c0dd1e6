import { beforeEach, expect, test } from 'vitest';
import { AnswersView } from '../../src/page/state/answersView.svelte.ts';
import { SidePanel } from '../../src/page/state/sidePanel.svelte.ts';
import { barPath, columnUnder, dotPaths, xOf } from '../../src/page/views/Desk/answers/dotPaths.ts';

let panel: SidePanel;
let view: AnswersView;

beforeEach(() => {
  panel = new SidePanel();
  view = new AnswersView(panel);
});

test('the first task is open until a hand chooses, and none after it was closed', () => {
  expect(view.taskOf(['a', 'b'])).toBe('a');
  view.toggle('a', ['a', 'b']);
  expect(view.taskOf(['a', 'b'])).toBeNull();
  view.toggle('b', ['a', 'b']);
  expect(view.taskOf(['a', 'b'])).toBe('b');
  expect(view.taskOf(['a'])).toBeNull();
});

test('a strip opens its task, whichever tab was looked at, and keeps an example of the same task open', () => {
  panel.tab = 'nextBatch';
  view.open('b');
  view.toggleExample('7');
  view.open('b');
  expect([panel.tab, view.taskOf(['a', 'b']), view.exampleId]).toEqual(['answers', 'b', '7']);
  view.open('a');
  expect(view.exampleId).toBeNull();
});

test('columns stand at the right edge, and the one under a pointer is the one drawn there', () => {
  const place = { width: 100, count: 4 };
  expect(xOf(place, 3)).toBeCloseTo(94.5);
  for (const column of [0, 1, 2, 3]) expect(columnUnder(place, xOf(place, column))).toBe(column);
  expect([columnUnder(place, 0), columnUnder(place, 999)]).toEqual([0, 3]);
  const many = { width: 100, count: 50 };
  expect(xOf(many, 0)).toBeCloseTo(1);
});

test('each mark goes into the path of its kind; what was not asked into none', () => {
  const { right, partly, wrong } = dotPaths(
    ['wrong', null, 'right', 'wrong'],
    { width: 88, count: 4 },
    10,
  );
  const shapes = (path: string): number => path.split('M').length - 1;
  expect([shapes(right), shapes(partly), shapes(wrong)]).toEqual([1, 0, 2]);
  expect(barPath([null, 0, 100], { width: 33, count: 3 }, 20)).toBe(
    'M12.50 18.50h8.00v1.50h-8.00ZM23.50 0.00h8.00v20.00h-8.00Z',
  );
});
