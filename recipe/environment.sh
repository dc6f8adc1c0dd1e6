# Sourced before Python: settings without which the same run takes twice as long or more.
# One thread: the products are small, and handing them out costs more than computing them.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1
# Keep freed memory: glibc otherwise maps and clears every large tensor afresh.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=67108864
# Debian's OpenBLAS and torch know only older processors by name and miss AVX-512 on new ones.
if grep --quiet avx512vl /proc/cpuinfo 2>/dev/null; then
  export OPENBLAS_CORETYPE=SkylakeX ATEN_CPU_CAPABILITY=avx512
fi
