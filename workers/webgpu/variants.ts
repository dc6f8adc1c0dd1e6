/**
 * How a kernel uses the device. 'registers': few threads a workgroup, everything in registers, next
 * to no barriers; fast where the adapter is emulated on a CPU. 'workgroup': tiles shared through
 * workgroup memory, the way of real GPUs.
 */
export type Variant = 'registers' | 'workgroup';

/** Fixed for a session: another choice sums in another order, so losses differ in the last bits. */
export interface Variants {
  readonly products: Variant;
  readonly attention: Variant;
  /** Threads that share a row in the reductions and element-wise kernels. */
  readonly rowLanes: number;
  /** Threads of a workgroup in the register variants: the width at which the adapter runs. */
  readonly registerLanes: number;
  /** In the register variants a workgroup is one subgroup, whose lanes pass on what they load. */
  readonly broadcasts: boolean;
  /** Sums over a row with subgroup operations. */
  readonly usesSubgroups: boolean;
  /** Inputs of the tiled products in half precision, sums in single. */
  readonly precision: 'fp32' | 'fp16';
}
