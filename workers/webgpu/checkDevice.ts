const needs = {
  maxStorageBuffersPerShaderStage: 7,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupStorageSize: 16_384,
} as const;

/** @throws Error naming what the device has too little of for our kernels. */
export function checkDevice(device: GPUDevice): void {
  const short = Object.entries(needs).flatMap(([name, needed]) => {
    const has = device.limits[name as keyof typeof needs];
    return has < needed ? [`${name} is ${has}, ${needed} needed`] : [];
  });
  if (short.length === 0) return;
  throw new Error(`limits of the device: ${short.join('; ')}`);
}
