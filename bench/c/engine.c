/* The engine's arithmetic in C, for comparison: the same algorithm on the same tables (written by bench/engine/dump.ts), plain
   loops, left to the compiler. Reads the file named first, prints "name nanoseconds" for each measure, or with "results" writes
   the numbers themselves, to be compared. */
#define _POSIX_C_SOURCE 199309L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <time.h>

static int n, F, P, T, cellsLen, subsets, effects, cases, asked;
static int *pairStart, *pairSecond, *tripleStart, *tripleThird, *thirdAt, *first, *lay, *effectCell, *start, *cellOf, *caseF, *caseS;
static double *sizes, *base, *ratios, *terms, *silent;
static double *factors, *moments, *tied, *freeSums, *sums, *values, *chance;
static int *active, *state;
static uint32_t *answered;
static unsigned char *isActive;

static void *get(FILE *f, size_t size, size_t items) {
  void *to = calloc(items + 1, size);
  if (!to || fread(to, size, items, f) != items) { fprintf(stderr, "short file\n"); exit(1); }
  return to;
}
static double now(void) { struct timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }

/* The factors of single causes are all set back, of the others those that the answers before have changed. */
static int ties[128], tieCount;
static void refresh(void) {
  for (int i = 0; i < n; i++) { factors[i] = base[i]; isActive[i] = 0; }
  for (int t = 0; t < tieCount; t += 2)
    for (int e = ties[t]; e < ties[t + 1]; e++) factors[effectCell[e]] = base[effectCell[e]];
  tieCount = 0;
  for (int w = 0; w < (F + 31) / 32; w++)
    for (uint32_t left = answered[w]; left; left &= left - 1) {
      int f = 32 * w + __builtin_ctz(left);
      const int *own = lay + 4 * (first[f] + state[f]);
      int from = own[0], afterSingles = from + own[1], end = from + own[2];
      for (int e = from; e < afterSingles; e++) factors[effectCell[e]] *= ratios[e];
      if (end == afterSingles) continue;
      ties[tieCount++] = afterSingles; ties[tieCount++] = end;
      for (int e = from; e < afterSingles; e++) isActive[effectCell[e]] = 1;
      for (int e = afterSingles; e < end; e++) factors[effectCell[e]] *= ratios[e];
    }
}

static double enumerateActive(void) {
  double one = sizes[0], two = sizes[1], three = sizes[2], e1 = 0, e2 = 0, e3 = 0, s1 = 0, s2 = 0, s3 = 0;
  int c = 0;
  for (int i = 0; i < n; i++) {
    if (isActive[i]) { active[c++] = i; sums[i] = 0; continue; }
    double a = factors[i];
    freeSums[2 * i] = e1; freeSums[2 * i + 1] = e2;
    e3 += e2 * a; e2 += e1 * a; e1 += a;
  }
  double with1 = one + two * e1 + three * e2, with2 = two + three * e1;
  for (int p = 0; p < c; p++) {
    int i = active[p]; double fi = factors[i], ofI = with1 * fi; s1 += fi;
    const double *fI = factors + n + i * n;
    for (int q = p + 1; q < c; q++) { int j = active[q]; tied[j] = factors[j] * fI[j]; }
    for (int q = p + 1; q < c; q++) {
      int j = active[q]; double both = fi * tied[j], third = 0; s2 += both;
      const double *fj = factors + n + j * n, *ft = factors + thirdAt[i * n + j];
      for (int r = q + 1; r < c; r++) {
        int k = active[r]; double all = both * tied[k] * fj[k] * ft[k];
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
  for (int i = 0; i < n; i++) {
    double fi = factors[i], alone = one * fi, ofI = alone;
    const double *fI = factors + n + i * n; double *mi = moments + n + i * n;
    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) { int j = pairSecond[p]; tied[j] = factors[j] * fI[j]; }
    moments[firstSet + i] = alone;
    for (int p = pairStart[i]; p < pairStart[i + 1]; p++) {
      int j = pairSecond[p]; double both = fi * tied[j], w = two * both, third = three * both, ofPair = w;
      moments[firstPair + p] = w;
      const double *fj = factors + n + j * n; double *mj = moments + n + j * n;
      int from = tripleStart[p], last = tripleStart[p + 1];
      const double *own = factors + firstTriple + from - j - 1; double *to = moments + firstTriple + from - j - 1;
      if (last - from == n - 1 - j && !isActive[j]) {
        for (int k = j + 1; k < n; k++) {
          double all = third * tied[k];
          to[k] = all; mi[k] += all; mj[k] += all; ofPair += all;
        }
      } else if (last - from == n - 1 - j) {
        for (int k = j + 1; k < n; k++) {
          double all = third * tied[k] * fj[k] * own[k];
          to[k] = all; mi[k] += all; mj[k] += all; ofPair += all;
        }
      } else for (int t = from; t < last; t++) {
        int k = tripleThird[t]; double all = third * tied[k] * fj[k] * factors[firstTriple + t];
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

static void allValues(double total) {
  double scale = 1 / total;
  for (int f = 0; f < F; f++) {
    values[f] = 0; chance[f] = 0;
    if (state[f] >= 0) continue;
    double within = 0, sum = 0, within2 = 0, sum2 = 0;
    int e = start[f], end = start[f + 1];
    for (; e + 1 < end; e += 2) {
      double m = moments[cellOf[e]], m2 = moments[cellOf[e + 1]];
      within += m * terms[2 * e]; sum += m * terms[2 * e + 1]; within2 += m2 * terms[2 * e + 2]; sum2 += m2 * terms[2 * e + 3];
    }
    if (e < end) { double m = moments[cellOf[e]]; within += m * terms[2 * e]; sum += m * terms[2 * e + 1]; }
    chance[f] = silent[2 * f + 1] + (sum + sum2) * scale;
    values[f] = -silent[2 * f] - (within + within2) * scale;
  }
  for (int f = 0; f < F; f++) {
    double p = chance[f], q = 1 - p, v = values[f];
    if (p > 1e-300 && q > 1e-300) v += -p * log2(p) - q * log2(q);
    values[f] = v > 0 ? v : 0;
  }
}

static void clear(void) { memset(answered, 0, sizeof(int) * ((F + 31) / 32)); for (int f = 0; f < F; f++) state[f] = -1; }
static inline void answer(int f, int s) {
  state[f] = s;
  if (s < 0) answered[f >> 5] &= ~(1u << (f & 31)); else answered[f >> 5] |= 1u << (f & 31);
}
static void load(int one, int answers) {
  clear();
  for (int a = 0; a < answers; a++) answer(caseF[one * asked + a], caseS[one * asked + a]);
}

/* The policy tree and all people who go down it together. */
static int *question, (*next)[2], *leafOf, nodes, leaves, sets, slices, *guide, path[64], got[64], *rowOf, questions;
static double *leaf, *prior, check;
static uint32_t *yes, *seeds;
static inline uint32_t shifted(uint32_t s) { s ^= s << 13; s ^= s >> 17; return s ^ s << 5; }

static void give(int depth) { clear(); for (int d = 0; d < depth; d++) answer(path[d], got[d]); refresh(); }

static void lead(int node, int depth, int begin, int end) {
  if (depth == questions) {
    if (!leafOf[node]) {
      give(depth); enumerateActive();
      memcpy(leaf + n * (size_t)leaves, sums, sizeof(double) * n); leafOf[node] = ++leaves;
    }
    check += (end - begin) * leaf[n * (size_t)(leafOf[node] - 1)];
    return;
  }
  int f = question[node];
  if (f < 0) {
    give(depth); allValues(enumerateAll());
    f = 0; for (int x = 1; x < F; x++) if (values[x] > values[f]) f = x;
    question[node] = f;
  }
  path[depth] = f;
  int middle = end;
  for (int at = begin; at < middle;) {
    uint32_t seed = shifted(seeds[at]); int row = rowOf[at];
    if (seed < yes[row + f]) { middle--; seeds[at] = seeds[middle]; rowOf[at] = rowOf[middle]; seeds[middle] = seed; rowOf[middle] = row; }
    else seeds[at++] = seed;
  }
  for (int s = 0; s < 2; s++) {
    int first = s ? middle : begin, last = s ? end : middle;
    if (first == last) continue;
    got[depth] = s;
    if (!next[node][s]) next[node][s] = nodes++;
    lead(next[node][s], depth + 1, first, last);
  }
}

static double interviews(int people) {
  int most = 1 << 17;
  double t0 = now();
  question = malloc(sizeof(int) * most); next = calloc(most, sizeof *next); leafOf = calloc(most, sizeof(int)); nodes = 1;
  for (int i = 0; i < most; i++) question[i] = -1;
  leaf = malloc(sizeof(double) * n * (size_t)(1 << 15)); leaves = 0;
  seeds = malloc(sizeof(int) * people); rowOf = malloc(sizeof(int) * people);
  for (int person = 0; person < people; person++) {
    uint32_t seed = shifted(shifted(shifted(2463534242u + (uint32_t)person * 2654435761u)));
    double u = seed / 4294967296.0;
    int at = guide[(int)(u * slices)];
    while (at < sets - 1 && prior[at] <= u) at++;
    seeds[person] = seed; rowOf[person] = at * F;
  }
  lead(0, 0, 0, people);
  double took = now() - t0;
  printf("nodes %d\nleaves %d\ncheck %.15g\n", nodes, leaves, check);
  return took;
}

/* What is compared with ours: posteriors at 5, 10 and 20 answers and after one more, values at 10 answers and after one more. */
static void results(int c) {
  int ks[3] = {5, 10, 20};
  for (int x = 0; x < 3; x++) { load(c, ks[x]); refresh(); enumerateActive(); fwrite(sums, 8, n, stdout); }
  answer(caseF[c * asked + 20], caseS[c * asked + 20]); refresh(); enumerateActive(); fwrite(sums, 8, n, stdout);
  load(c, 10); refresh(); allValues(enumerateAll()); fwrite(values, 8, F, stdout);
  answer(caseF[c * asked + 10], caseS[c * asked + 10]); refresh(); allValues(enumerateAll()); fwrite(values, 8, F, stdout);
}

int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 1;
  int people = argc > 2 ? atoi(argv[2]) : 0; /* 0 for "results" */
  questions = argc > 3 ? atoi(argv[3]) : 15;
  int *head = get(f, 4, 11);
  n = head[0]; F = head[1]; P = head[2]; T = head[3]; cellsLen = head[4]; subsets = head[5]; effects = head[6]; cases = head[7]; asked = head[8]; sets = head[9]; slices = head[10];
  pairStart = get(f, 4, n + 1); pairSecond = get(f, 4, P); tripleStart = get(f, 4, P + 1); tripleThird = get(f, 4, T); thirdAt = get(f, 4, n * n);
  first = get(f, 4, F); lay = get(f, 4, 8 * F); effectCell = get(f, 4, effects); start = get(f, 4, F + 1); cellOf = get(f, 4, subsets);
  caseF = get(f, 4, cases * asked); caseS = get(f, 4, cases * asked);
  sizes = get(f, 8, 3); base = get(f, 8, cellsLen); ratios = get(f, 8, effects); terms = get(f, 8, 2 * subsets); silent = get(f, 8, 2 * F);
  prior = get(f, 8, sets);
  guide = get(f, 4, slices); yes = get(f, 4, (size_t)F * sets);
  factors = calloc(cellsLen, 8); memcpy(factors, base, sizeof(double) * cellsLen); moments = calloc(cellsLen, 8); tied = calloc(n, 8); chance = calloc(F, 8); answered = calloc((F + 31) / 32, 4); freeSums = calloc(2 * n + 2, 8); sums = calloc(n, 8); values = calloc(F, 8);
  active = calloc(n, 4); state = calloc(F, 4); isActive = calloc(n, 1);
  if (people > 0) { printf("interviews %.0f\n", interviews(people)); return 0; }
  if (argc > 2 && strcmp(argv[2], "results") == 0) {
    for (int c = 0; c < cases; c++) results(c);
    return 0;
  }
  double t0; int reps = 400;
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
      answer(caseF[c * asked + 19], x % 2 == 0 ? caseS[c * asked + 19] : -1);
      refresh(); enumerateActive(); check += sums[0];
    }
  }
  printf("update %.1f\n", (now() - t0) / 40 / cases / changes);
  t0 = now();
  for (int r = 0; r < 4; r++) for (int c = 0; c < cases; c++) {
    load(c, 10); refresh(); allValues(enumerateAll());
    for (int x = 0; x < changes; x++) {
      answer(caseF[c * asked + 10], x % 2 == 0 ? caseS[c * asked + 10] : -1);
      refresh(); allValues(enumerateAll()); check += values[0];
    }
  }
  printf("values %.1f\n", (now() - t0) / 4 / cases / changes);
  printf("check %.12f\n", check / reps);
  return 0;
}
