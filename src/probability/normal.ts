// The normal distribution where tails matter: probabilities and quantiles with small relative error far out, which
// `normalBelow` (absolute error 1.5e-7) does not have. Needed to condition a forecast on time that has already gone by.

/** P(X > x) of the standard normal; relative error below 1e-13 for |x| < 37 (Hart 1968, as given by West 2005). */
export function normalAbove(x: number): number {
  const tail = upperTail(Math.abs(x));
  return x >= 0 ? tail : 1 - tail;
}

function upperTail(x: number): number {
  if (x > 37) return 0;
  const density = Math.exp((-x * x) / 2);
  if (x < 7.071067811865475) {
    const top = horner(
      x,
      [
        0.03526249659989109, 0.7003830644436881, 6.37396220353165, 33.912866078383, 112.0792914978709,
        221.2135961699311, 220.2068679123761,
      ],
    );
    const bottom = horner(
      x,
      [
        0.08838834764831845, 1.755667163182642, 16.06417757920695, 86.78073220294608, 296.5642487796737,
        637.3336333788311, 793.8265125199484, 440.4137358247522,
      ],
    );
    return (density * top) / bottom;
  }
  const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
  return density / fraction / 2.506628274631001;
}

/** The x with P(X < x) = p, 0 < p < 1; relative error about 1e-16 (Wichura 1988, AS 241). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, MIDDLE);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const x = r <= 5 ? ratio(r - 1.6, SHOULDER) : ratio(r - 5, FAR);
  return q < 0 ? -x : x;
}

type Ratio = readonly [top: readonly number[], bottom: readonly number[]];

const MIDDLE: Ratio = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
];
const SHOULDER: Ratio = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
];
const FAR: Ratio = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
];

function ratio(x: number, [top, bottom]: Ratio): number {
  return horner(x, top) / horner(x, bottom);
}

/** Value of the polynomial whose coefficients go from the highest power to the lowest. */
function horner(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}
