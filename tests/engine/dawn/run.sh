#!/bin/sh
# Runs the tests of this folder with a Vulkan driver in software: the one in VK_ICD_FILENAMES, else
# Chromium's SwiftShader. DRIVER_LIBS may name the folder of the driver's libraries (see README.md).
set -e
cd "$(dirname "$0")/../../.."
chromium=$(dirname "$(readlink -f "$(command -v chromium || echo /usr/lib/chromium/chromium)")")
[ -f "$chromium/libvulkan.so.1" ] || chromium=/usr/lib/chromium
LD_LIBRARY_PATH="${DRIVER_LIBS:+$DRIVER_LIBS:}$chromium${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH
exec npx vitest run --project node tests/engine/dawn "$@"
