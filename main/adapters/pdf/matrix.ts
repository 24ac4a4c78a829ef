/** The operands of `cm`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The operator that applies a matrix. */
export function concatenated(matrix: Matrix): string {
  return `${matrix.map(decimal).join(' ')} cm`;
}

/** A number as PDF writes it: no exponent. */
function decimal(value: number): string {
  const text = value.toFixed(5).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
