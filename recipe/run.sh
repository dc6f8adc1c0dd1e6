#!/usr/bin/env bash
# The whole pre-training recipe: corpus -> tokenizer -> tokens -> models -> fixtures -> cards.
# Stop it at any time and run it again: finished steps are skipped, training goes on from its last
# checkpoint. To start over, delete .cache/pretrain.
set -euo pipefail
cd "$(dirname "$0")/.."
. recipe/environment.sh
python=${PYTHON:-/usr/bin/python3}
data=.cache/pretrain
models=public/models

# A little more than a model trains on (60 M).
corpus_tokens=66000000
# `small` goes on from `mini` (grow.py): hours on two cores, so only with SIZES="nano mini small"; better on a GPU machine,
# with PYTHON set to one whose PyTorch finds CUDA (train.py then takes it). Without one, WORKERS=2 takes two cores for it.
small_tokens=30000000
sizes=${SIZES:-nano mini}

node tools/ensureInstalled.mjs
"$python" -c 'import torch, numpy' || {
  echo "$python has no torch: run npm run models:install, or set PYTHON" >&2
  exit 1
}

[ -f $data/corpus.txt ] || npx tsx recipe/data.ts
[ $data/tokenizer/tokenizer.json -nt $data/corpus.txt ] || npx tsx content/tokenizer/train.ts
[ $data/train.bin -nt $data/tokenizer/tokenizer.json ] ||
  npx tsx recipe/data.ts --tokens $corpus_tokens

# Trains a size with the options that follow and publishes it.
make_model() {
  local size=$1
  shift
  "$python" recipe/train.py --size "$size" --out $data/"$size" "$@" 2>&1 | tee -a $data/"$size".log
  mkdir -p $models/"$size"
  cp $data/"$size"/model/* $models/"$size"/
}
npx tsx recipe/probes.ts
running=()
for size in $sizes; do
  [ "$size" = small ] && continue
  make_model "$size" &
  running+=($!)
done
for job in "${running[@]}"; do wait "$job"; done
case " $sizes " in *" small "*)
  make_model small --start-from $models/mini --practice-from relay --learning-rate 1e-3 \
    --tokens $small_tokens --workers "${WORKERS:-1}" ;;
esac

"$python" recipe/parity.py tiny $sizes
for size in $sizes; do "$python" recipe/card.py "$size"; done
