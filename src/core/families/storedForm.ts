/** How a checkpoint holds a tensor that the model reads in another order. */
export interface StoredForm {
  /** Shape in the file, of a tensor that the model reads as `shape`. */
  shape(shape: readonly number[]): readonly number[];
  /** Numbers as the model reads them, from those of the file. */
  fromStored(data: Float32Array, shape: readonly number[]): Float32Array;
  /** The opposite, for export. */
  toStored(data: Float32Array, shape: readonly number[]): Float32Array;
}

/** [In, Out] in the file where the model reads [Out, In], as GPT-2's `Conv1D` has it. */
export const transposed: StoredForm = {
  shape: ([rows, columns]) => [columns!, rows!],
  fromStored: (data, [rows, columns]) => turned(data, columns!, rows!),
  toStored: (data, [rows, columns]) => turned(data, rows!, columns!),
};

/** [rows, columns] as [columns, rows]. */
function turned(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column]!;
    }
  }
  return result;
}
