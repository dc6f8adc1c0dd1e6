/**
 * The head of a shader's entry point: inside, `groupIndex` counts the workgroups over both
 * dimensions of the dispatch and `lane` the threads of one.
 */
export const mainHeader = (threads: number): string => `
@compute @workgroup_size(${threads})
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let groupIndex = workgroup.x + workgroup.y * workgroups.x;`;
