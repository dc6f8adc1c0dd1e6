/** 'sum' and 'max' of one number a lane, 'sum2' of two numbers at once. */
export type Reduction = 'sum' | 'max' | 'sum2';

const fold = { sum: 'a + b', max: 'max(a, b)', sum2: 'a + b' };
const subgroupFold = { sum: 'subgroupAdd', max: 'subgroupMax', sum2: 'subgroupAdd' };

/**
 * A WGSL function `<name>Lanes(value, lane)` that gives every lane of the workgroup the reduction
 * over all, always in the same order.
 */
export function laneReduction(name: Reduction, lanes: number, usesSubgroups: boolean): string {
  const type = name === 'sum2' ? 'vec2f' : 'f32';
  const how = usesSubgroups
    ? bySubgroups(name)
    : lanes <= 8
      ? inOneGo(name, lanes)
      : byHalves(name, lanes);
  return `
var<workgroup> ${name}Parts: array<${type}, ${lanes}>;
fn ${name}Fold(a: ${type}, b: ${type}) -> ${type} { return ${fold[name]}; }
fn ${name}Lanes(value: ${type}, lane: u32) -> ${type} {
${how}
}`;
}

/** Few lanes: each adds up all parts, with one barrier before and one behind. */
function inOneGo(name: Reduction, lanes: number): string {
  const parts = Array.from({ length: lanes }, (_, lane) => `${name}Parts[${lane}]`);
  return `
  ${name}Parts[lane] = value;
  workgroupBarrier();
  let total = ${parts.reduce((sum, part) => `${name}Fold(${sum}, ${part})`)};
  workgroupBarrier();
  return total;`;
}

function byHalves(name: Reduction, lanes: number): string {
  return `
  ${name}Parts[lane] = value;
  workgroupBarrier();
  for (var half = ${lanes / 2}u; half > 0u; half /= 2u) {
    if (lane < half) { ${name}Parts[lane] = ${name}Fold(${name}Parts[lane], ${name}Parts[lane + half]); }
    workgroupBarrier();
  }
  let total = ${name}Parts[0];
  workgroupBarrier();
  return total;`;
}

/** One part a subgroup, wherever its first lane stands; places of no part keep the first value. */
function bySubgroups(name: Reduction): string {
  const empty = name === 'max' ? 'value' : name === 'sum2' ? 'vec2f(0.0)' : '0.0';
  return `
  let part = ${subgroupFold[name]}(value);
  ${name}Parts[lane] = select(${empty}, part, subgroupElect());
  workgroupBarrier();
  var total = ${name}Parts[0];
  for (var other = 1u; other < lanes; other++) { total = ${name}Fold(total, ${name}Parts[other]); }
  workgroupBarrier();
  return total;`;
}
