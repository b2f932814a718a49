/* The engine's arithmetic in C, for comparison: the same algorithm on the same tables (written by bench/engine/dump.ts), plain
   loops, left to the compiler. Reads the file named first, prints "name nanoseconds" for each measure, then check sums. */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <time.h>

#define STRIDE 1024 /* more than the subsets of any finding */

static int n, F, P, T, cellsLen, subsets, numbers, cases, asked;
static int *pairStart, *pairSecond, *tripleStart, *tripleThird, *pairAt, *start, *count, *singles, *stateStart, *uses, *cellOf, *rowsAll, *caseF, *caseS;
static double *sizes, *base, *ratios, *chances, *entropies, *silent, *silentH, *yes;
static double *factors, *moments, *tied, *freeSums, *sums, *values;
static int *active, *state;
static unsigned char *isActive;

static void *get(FILE *f, size_t size, size_t items) {
  void *to = calloc(items + 1, size);
  if (!to || fread(to, size, items, f) != items) { fprintf(stderr, "short file\n"); exit(1); }
  return to;
}
static double now(void) { struct timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }

/* Only the cells that the answers before have touched are set back. */
static int touched[64], touchedState[64], touchedCount;
static void refresh(void) {
  for (int x = 0; x < touchedCount; x++) {
    int f = touched[x], used = uses[2 * f + touchedState[x]];
    const int *cell = cellOf + start[f];
    for (int e = 0; e < used; e++) factors[cell[e]] = base[cell[e]];
  }
  touchedCount = 0;
  memset(isActive, 0, n);
  for (int f = 0; f < F; f++) {
    int s = state[f];
    if (s < 0) continue;
    touched[touchedCount] = f; touchedState[touchedCount++] = s;
    const int *cell = cellOf + start[f];
    const double *ratio = ratios + stateStart[f] + s * count[f];
    int used = uses[2 * f + s];
    for (int e = 0; e < used; e++) factors[cell[e]] *= ratio[e];
    if (used > singles[f]) for (int e = 0; e < singles[f]; e++) isActive[cell[e]] = 1;
  }
}

static double enumerateActive(void) {
  double one = sizes[0], two = sizes[1], three = sizes[2], e1 = 0, e2 = 0, e3 = 0, s1 = 0, s2 = 0, s3 = 0;
  int c = 0, firstTriple = n + n * n + n + P;
  for (int i = 0; i < n; i++) {
    if (isActive[i]) { active[c++] = i; continue; }
    double a = factors[i];
    freeSums[2 * i] = e1; freeSums[2 * i + 1] = e2;
    e3 += e2 * a; e2 += e1 * a; e1 += a;
  }
  double with1 = one + two * e1 + three * e2, with2 = two + three * e1;
  for (int p = 0; p < c; p++) {
    int i = active[p]; sums[i] = 0;
    for (int q = p + 1; q < c; q++) { int j = active[q]; tied[i * n + j] = factors[j] * factors[n + i * n + j]; }
  }
  for (int p = 0; p < c; p++) {
    int i = active[p]; double fi = factors[i], ofI = with1 * fi; s1 += fi;
    const double *tiedI = tied + i * n;
    for (int q = p + 1; q < c; q++) {
      int j = active[q]; double both = fi * tiedI[j], third = 0; s2 += both;
      const double *fj = factors + n + j * n, *ft = factors + firstTriple + tripleStart[pairAt[i * n + j]] - j - 1;
      for (int r = q + 1; r < c; r++) {
        int k = active[r]; double all = both * tiedI[k] * fj[k] * ft[k];
        sums[k] += three * all; third += all;
      }
      s3 += third;
      double ofPair = with2 * both + three * third;
      sums[j] += ofPair; ofI += ofPair;
    }
    sums[i] += ofI;
  }
  double a1 = 0, a2 = 0;
  for (int i = n - 1; i >= 0; i--) {
    if (isActive[i]) continue;
    double a = factors[i], b1 = freeSums[2 * i], o1 = b1 + a1, o2 = freeSums[2 * i + 1] + b1 * a1 + a2;
    sums[i] = a * (one + two * o1 + three * o2 + s1 * (two + three * o1) + three * s2);
    a2 += a1 * a; a1 += a;
  }
  double total = one * e1 + two * e2 + three * e3 + with1 * s1 + with2 * s2 + three * s3;
  for (int i = 0; i < n; i++) sums[i] /= total;
  return total;
}

static double enumerateAll(void) {
  double one = sizes[0], two = sizes[1], three = sizes[2], total = 0;
  int firstSet = n + n * n, firstPair = firstSet + n, firstTriple = firstPair + P;
  memset(moments, 0, sizeof(double) * firstSet);
  for (int i = 0; i < n; i++)
    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) { int j = pairSecond[p]; tied[i * n + j] = factors[j] * factors[n + i * n + j]; }
  for (int i = 0; i < n; i++) {
    double alone = one * factors[i], ofI = alone;
    const double *tiedI = tied + i * n; double *mi = moments + n + i * n;
    moments[firstSet + i] = alone;
    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) {
      int j = pairSecond[p]; double both = factors[i] * tiedI[j], w = two * both, third = three * both, ofPair = w;
      moments[firstPair + p] = w;
      const double *fj = factors + n + j * n; double *mj = moments + n + j * n;
      for (int t = tripleStart[p]; t < tripleStart[p + 1]; t++) {
        int k = tripleThird[t]; double all = third * tiedI[k] * fj[k] * factors[firstTriple + t];
        moments[firstTriple + t] = all; mi[k] += all; mj[k] += all; ofPair += all;
      }
      mi[j] += ofPair; ofI += ofPair;
    }
    total += ofI;
  }
  for (int i = 0; i < n; i++) {
    double ofI = moments[firstSet + i];
    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) {
      int j = pairSecond[p]; double half = (moments[n + i * n + j] + moments[firstPair + p]) / 2;
      ofI += half; moments[j] += half;
    }
    moments[i] += ofI;
  }
  return total;
}

static double term(double p) { return p > 1e-300 ? -p * log2(p) : 0; }

static void allValues(double total) {
  double scale = 1 / total;
  for (int f = 0; f < F; f++) {
    values[f] = 0;
    if (state[f] >= 0) continue;
    const int *cell = cellOf + start[f];
    const double *c = chances + stateStart[f], *h = entropies + start[f];
    double within = 0, sum = 0, within2 = 0, sum2 = 0;
    int e = 0;
    for (; e + 1 < count[f]; e += 2) {
      double m = moments[cell[e]], m2 = moments[cell[e + 1]];
      within += m * h[e]; sum += m * c[e]; within2 += m2 * h[e + 1]; sum2 += m2 * c[e + 1];
    }
    if (e < count[f]) { double m = moments[cell[e]]; within += m * h[e]; sum += m * c[e]; }
    within += within2; sum += sum2;
    double p = silent[f] + sum * scale, v = term(p) + term(1 - p) - silentH[f] - within * scale;
    values[f] = v > 0 ? v : 0;
  }
}

static void load(int one, int answers) {
  for (int f = 0; f < F; f++) state[f] = -1;
  for (int a = 0; a < answers; a++) state[caseF[one * asked + a]] = caseS[one * asked + a];
}

/* The policy tree and a walk through it for each person. */
static int *question, *next, nodes, most;
static uint32_t seed;
static inline uint32_t rnd(void) { seed ^= seed << 13; seed ^= seed >> 17; seed ^= seed << 5; return seed; }
static double *prior; static int sets;

static double interviews(int people, int questions) {
  most = 1 << 20;
  question = malloc(sizeof(int) * most); next = calloc(2 * most, sizeof(int)); nodes = 1;
  for (int i = 0; i < most; i++) question[i] = -1;
  double *leaf = malloc(sizeof(double) * n * (size_t)65536); int *leafAt = calloc(most, sizeof(int)), leaves = 0;
  int path[64], got[64]; double check = 0;
  double t0 = now();
  for (int person = 0; person < people; person++) {
    seed = 2463534242u + (uint32_t)person * 2654435761u; rnd(); rnd();
    double u = rnd() / 4294967296.0; int low = 0, high = sets - 1;
    while (low < high) { int mid = (low + high) / 2; if (prior[mid] > u) high = mid; else low = mid + 1; }
    int node = 0;
    for (int d = 0; d < questions; d++) {
      int f = question[node];
      if (f < 0) {
        for (int x = 0; x < F; x++) state[x] = -1;
        for (int x = 0; x < d; x++) state[path[x]] = got[x];
        refresh(); allValues(enumerateAll());
        f = 0; for (int x = 1; x < F; x++) if (values[x] > values[f]) f = x;
        question[node] = f;
      }
      int s = rnd() < yes[f * STRIDE + rowsAll[f * sets + low]] * 4294967296.0;
      path[d] = f; got[d] = s;
      int *to = &next[2 * node + s];
      if (!*to) *to = nodes++;
      node = *to;
    }
    if (!leafAt[node]) {
      for (int x = 0; x < F; x++) state[x] = -1;
      for (int x = 0; x < questions; x++) state[path[x]] = got[x];
      refresh(); enumerateActive();
      memcpy(leaf + n * (size_t)(leaves % 65536), sums, sizeof(double) * n); leafAt[node] = ++leaves;
    }
    check += leaf[n * (size_t)((leafAt[node] - 1) % 65536)];
  }
  double took = now() - t0;
  fprintf(stderr, "%d nodes %d leaves %.9f\n", nodes, leaves, check / people);
  return took;
}

int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 1;
  int people = argc > 2 ? atoi(argv[2]) : 0, questions = argc > 3 ? atoi(argv[3]) : 15;
  int *head = get(f, 4, 10);
  n = head[0]; F = head[1]; P = head[2]; T = head[3]; cellsLen = head[4]; subsets = head[5]; numbers = head[6]; cases = head[7]; asked = head[8]; sets = head[9];
  pairStart = get(f, 4, n + 1); pairSecond = get(f, 4, P); tripleStart = get(f, 4, P + 1); tripleThird = get(f, 4, T); pairAt = get(f, 4, n * n);
  start = get(f, 4, F); count = get(f, 4, F); singles = get(f, 4, F); stateStart = get(f, 4, F); uses = get(f, 4, 2 * F); cellOf = get(f, 4, subsets);
  caseF = get(f, 4, cases * asked); caseS = get(f, 4, cases * asked);
  sizes = get(f, 8, 3); base = get(f, 8, cellsLen); ratios = get(f, 8, numbers); chances = get(f, 8, numbers); entropies = get(f, 8, subsets); silent = get(f, 8, F); silentH = get(f, 8, F);
  prior = get(f, 8, sets);
  int *rowCount = get(f, 4, F);
  rowsAll = get(f, 4, (size_t)F * sets);
  yes = calloc((size_t)F * STRIDE, 8);
  for (int x = 0; x < F; x++) { double *p = get(f, 8, rowCount[x]); memcpy(yes + (size_t)x * STRIDE, p, 8 * rowCount[x]); }
  factors = calloc(cellsLen, 8); memcpy(factors, base, sizeof(double) * cellsLen); moments = calloc(cellsLen, 8); tied = calloc(n * n, 8); freeSums = calloc(2 * n + 2, 8); sums = calloc(n, 8); values = calloc(F, 8);
  active = calloc(n, 4); state = calloc(F, 4); isActive = calloc(n, 1);
  if (people > 0) { printf("interviews %.0f\n", interviews(people, questions)); return 0; }
  double check = 0, t0; int reps = 400;
  int ks[3] = {5, 10, 20};
  for (int x = 0; x < 3; x++) {
    t0 = now();
    for (int r = 0; r < reps; r++) for (int c = 0; c < cases; c++) { load(c, ks[x]); refresh(); enumerateActive(); check += sums[c % n]; }
    printf("scratch%d %.1f\n", ks[x], (now() - t0) / reps / cases);
  }
  const int changes = 20;
  t0 = now();
  for (int r = 0; r < 40; r++) for (int c = 0; c < cases; c++) {
    load(c, 19); refresh(); enumerateActive();
    for (int x = 0; x < changes; x++) {
      state[caseF[c * asked + 19]] = x % 2 == 0 ? caseS[c * asked + 19] : -1;
      refresh(); enumerateActive(); check += sums[0];
    }
  }
  printf("update %.1f\n", (now() - t0) / 40 / cases / changes);
  t0 = now();
  for (int r = 0; r < 4; r++) for (int c = 0; c < cases; c++) {
    load(c, 10); refresh(); allValues(enumerateAll());
    for (int x = 0; x < changes; x++) {
      state[caseF[c * asked + 10]] = x % 2 == 0 ? caseS[c * asked + 10] : -1;
      refresh(); allValues(enumerateAll()); check += values[0];
    }
  }
  printf("values %.1f\n", (now() - t0) / 4 / cases / changes);
  printf("check %.12f\n", check / reps);
  return 0;
}
