#!/usr/bin/env bash
# The whole pre-training recipe: corpus -> tokenizer -> tokens -> models -> fixtures -> cards.
# Stop it at any time and run it again: finished steps are skipped, training goes on from its last
# checkpoint. To start over, delete .cache/pretrain.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/pretrain/environment.sh
python=${PYTHON:-/usr/bin/python3}
data=.cache/pretrain
models=public/models

# A little more than a model trains on (60 M).
corpus_tokens=66000000
# `small` takes hours on one core: SIZES="nano mini small" trains it too, best on a GPU machine, with PYTHON set to one
# whose PyTorch finds CUDA (train.py then takes it).
sizes=${SIZES:-nano mini}

node scripts/ensureInstalled.mjs
"$python" -c 'import torch, numpy' || {
  echo "$python has no torch: run npm run models:install, or set PYTHON" >&2
  exit 1
}

[ -f $data/corpus.txt ] || npx tsx scripts/pretrain/data.ts
[ $data/tokenizer/tokenizer.json -nt $data/corpus.txt ] || npx tsx scripts/tokenizer/train.ts
[ $data/train.bin -nt $data/tokenizer/tokenizer.json ] ||
  npx tsx scripts/pretrain/data.ts --tokens $corpus_tokens

train() {
  "$python" scripts/pretrain/train.py --size "$1" --out $data/"$1" 2>&1 | tee -a $data/"$1".log
}
npx tsx scripts/pretrain/probes.ts
for size in $sizes; do train "$size" & done
wait

for size in $sizes; do
  mkdir -p $models/$size
  cp $data/$size/model/* $models/$size/
done
"$python" scripts/pretrain/parity.py tiny nano mini
for size in $sizes; do "$python" scripts/pretrain/card.py "$size"; done
