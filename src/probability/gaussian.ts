// Small dense Gaussian arithmetic: the inverse of a covariance matrix, through its Cholesky factor.

export type Matrix = readonly (readonly number[])[];

/** The inverse of a symmetric positive definite matrix. @throws when it is not: that is a bug of the caller. */
export function inverseOf(covariance: Matrix): Matrix {
  const size = covariance.length;
  const lower = inverseOfLower(choleskyOf(covariance), size);
  // (L·Lᵀ)⁻¹ = L⁻ᵀ·L⁻¹
  const inverse = covariance.map(() => new Array<number>(size).fill(0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += (lower[k * size + i] ?? 0) * (lower[k * size + j] ?? 0);
      (inverse[i] as number[])[j] = sum;
      (inverse[j] as number[])[i] = sum;
    }
  }
  return inverse;
}

/** The lower factor L with L·Lᵀ = the matrix, row after row in one array. */
function choleskyOf(matrix: Matrix): Float64Array {
  const size = matrix.length;
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0);
      if (i === j && !(sum > 0)) throw new Error('The matrix is not positive definite.');
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / (factor[j * size + j] ?? 0);
    }
  }
  return factor;
}

function inverseOfLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const pivot = factor[i * size + i] ?? 0;
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= (factor[i * size + k] ?? 0) * (inverse[k * size + j] ?? 0);
      inverse[i * size + j] = sum / pivot;
    }
  }
  return inverse;
}

/** Matrix times vector. */
export function times(matrix: Matrix, vector: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
