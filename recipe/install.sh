#!/usr/bin/env bash
# Installs what pre-training needs on Debian. Nothing else in the project needs Python.
set -euo pipefail
sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
$sudo apt-get update
# OpenBLAS is what makes one thread fast: Debian's torch otherwise falls back on the reference BLAS.
$sudo apt-get install --yes --no-install-recommends python3-torch python3-numpy libopenblas0-pthread
/usr/bin/python3 -c 'import numpy, torch; print("torch", torch.__version__, "numpy", numpy.__version__)'
