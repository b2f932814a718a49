/* The search on a large network in C, for comparison: the same algorithm as src/inference/search*.ts and kept.ts, plain loops, left to
   the compiler. What the measured network does not need is not there: pair factors, sums over subsets of yeses, findings with more than
   12 parents; the program ends with an error where it would need them. Reads the file written by bench/engine/dump.ts, prints
   "large nanoseconds", or with "results" writes for each case all posteriors, the best question, its bits and what was left out. */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_VISITED 3000
#define SLACK (1 + 1e-9)
#define ROOM 65536

static int n, F, cases, asked;
static int *start, *links, *startOfCause, *linkOfCause, *findingOfLink, *tableStart, *byWorth, *caseF, *caseS;
static double *odds, *sizes, *silence, *leak, *misreport, *quietest, *chances, *entropies;
static double *silent, *loud, *loudness, *bestShare, *slopeOf, *touch;
static double tolerance;

/* Given */
static signed char *states, *isTied, *depth;
static int *answered, answers, *order, *ownStart, *ownAnswer;
static double *factor, *bound, *suffix, *offset, *slope, *quiet, *ownSilence, *ownRatio;
/* Kept */
static int causes, visited, width, pairs, triples, *placeOf, *pairFirst, *pairSecond, *tripleStart, *tripleThird;
static double *single, *pairWeight, *tripleWeight, *ofPairs, *mass, *freeOdds, e1, e2, e3, sum1, sum2, total, leftOut;
/* Weighing */
static double *extra, *together, *posterior, bestBits;
static int *touched, *pairAt, best;

static void *get(FILE *f, size_t size, size_t items) {
  void *to = calloc(items + 1, size);
  if (!to || fread(to, size, items, f) != items) { fprintf(stderr, "short file\n"); exit(1); }
  return to;
}
static void *make(size_t items, size_t size) { return calloc(items + 1, size); }
static double now(void) { struct timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
static inline double atLeast(double p) { return p > 0x1p-100 ? p : 0x1p-100; }
static inline double entropyOfTwo(double p) {
  double q = 1 - p;
  return p > 1e-300 && q > 1e-300 ? -p * log2(p) - q * log2(q) : 0;
}

static void answer(int finding, int state) {
  int before = states[finding];
  if (before == state) return;
  states[finding] = state;
  if (before < 0) {
    int at = answers++;
    for (; at > 0 && answered[at - 1] > finding; at--) answered[at] = answered[at - 1];
    answered[at] = finding;
  } else if (state < 0) {
    int at = 0;
    while (answered[at] != finding) at++;
    for (answers--; at < answers; at++) answered[at] = answered[at + 1];
  }
}
static void clear(void) { for (int a = 0; a < answers; a++) states[answered[a]] = -1; answers = 0; }

static void sortByBound(int count) {
  static const int gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
  for (int g = 0; g < 8; g++) {
    int gap = gaps[g];
    for (int from = gap; from < count; from++) {
      int cause = order[from], at = from;
      double own = bound[cause];
      for (; at >= gap; at -= gap) {
        int other = order[at - gap];
        if (bound[other] > own || (bound[other] == own && other < cause)) break;
        order[at] = other;
      }
      order[at] = cause;
    }
  }
}

static void gatherOwn(void) {
  memset(ownStart, 0, sizeof(int) * (causes + 2));
  for (int pass = 0; pass < 2; pass++) {
    for (int a = 0; a < answers; a++) {
      int f = answered[a];
      if (states[f] != 1 && misreport[f] == 0) continue;
      double base = offset[a], times = slope[a], alone = atLeast(base + times);
      for (int l = start[f]; l < start[f + 1]; l++) {
        int place = placeOf[links[l]];
        if (pass == 0) { ownStart[place + 2]++; continue; }
        int own = ownStart[place + 1]++;
        ownAnswer[own] = a; ownSilence[own] = silence[l]; ownRatio[own] = atLeast(base + times * silence[l]) / alone;
      }
    }
    if (pass == 1) return;
    for (int place = 0; place < causes; place++) ownStart[place + 2] += ownStart[place + 1];
  }
}

static void sortCauses(void) {
  memcpy(factor, odds, sizeof(double) * n); memcpy(bound, odds, sizeof(double) * n); memcpy(freeOdds, odds, sizeof(double) * n);
  memset(isTied, 0, n);
  for (int a = 0; a < answers; a++) {
    int f = answered[a], isYes = states[f] == 1;
    double share = misreport[f], scale = (1 - share) * leak[f], base = isYes ? 1 - share / 2 : share / 2, times = isYes ? -scale : scale;
    offset[a] = base; slope[a] = times;
    double alone = atLeast(base + times), quietly = isYes ? 1 : quietest[f], least = atLeast(base + times * quietly);
    int ties = isYes || share > 0;
    for (int l = start[f]; l < start[f + 1]; l++) {
      int cause = links[l];
      double q = silence[l], ratio = atLeast(base + times * q) / alone;
      factor[cause] *= ratio;
      bound[cause] = bound[cause] * atLeast(base + times * quietly * q) / least;
      if (ties) isTied[cause] = 1; else freeOdds[cause] *= ratio;
    }
  }
  causes = 0; e1 = e2 = e3 = 0;
  for (int cause = 0; cause < n; cause++) {
    if (isTied[cause]) {
      if (sizes[0] == 0 || bound[cause] < factor[cause]) bound[cause] = factor[cause];
      order[causes++] = cause;
      continue;
    }
    placeOf[cause] = -1;
    double a = factor[cause];
    e3 += e2 * a; e2 += e1 * a; e1 += a;
  }
  sortByBound(causes);
  suffix[3 * causes] = suffix[3 * causes + 1] = suffix[3 * causes + 2] = 0;
  for (int place = causes - 1; place >= 0; place--) {
    int cause = order[place];
    placeOf[cause] = place; single[place] = factor[cause];
    double u = bound[cause], s1 = suffix[3 * place + 3], s2 = suffix[3 * place + 4];
    suffix[3 * place] = s1 + u; suffix[3 * place + 1] = s2 + u * s1; suffix[3 * place + 2] = suffix[3 * place + 5] + u * s2;
  }
  gatherOwn();
}

static void takeIn(int place) {
  for (int own = ownStart[place]; own < ownStart[place + 1]; own++) {
    int a = ownAnswer[own], deeper = ++depth[a];
    quiet[3 * a + deeper] = quiet[3 * a + deeper - 1] * ownSilence[own];
  }
}
static void takeOut(int place) { for (int own = ownStart[place]; own < ownStart[place + 1]; own++) depth[ownAnswer[own]]--; }
static double tieOf(int place) {
  double tie = 1;
  for (int own = ownStart[place]; own < ownStart[place + 1]; own++) {
    int a = ownAnswer[own], deep = depth[a];
    if (deep == 0) continue;
    double base = offset[a], times = slope[a] * quiet[3 * a + deep];
    tie *= atLeast(base + times * ownSilence[own]) / (atLeast(base + times) * ownRatio[own]);
  }
  return tie;
}

static void visitSets(double share, int most) {
  double one = sizes[0], two = sizes[1], three = sizes[2], with1 = one + two * e1 + three * e2, with2 = two + three * e1;
  double none = one * e1 + two * e2 + three * e3, rough = none, left = 0, sum3 = 0;
  for (int place = 0; place < causes; place++) rough += with1 * single[place];
  double cut = share * rough;
  sum1 = sum2 = 0; width = pairs = triples = 0;
  int p = 0;
  for (; p < causes; p++) {
    if (pairs + triples > most) break;
    if (pairs + triples > ROOM / 2) { fprintf(stderr, "no room\n"); exit(3); }
    if (with1 * bound[order[p]] + with2 * suffix[3 * p + 1] < cut) break;
    double alone = single[p];
    sum1 += alone;
    takeIn(p);
    int q = p + 1;
    for (; q < causes; q++) {
      if (alone * (with2 * bound[order[q]] + three * suffix[3 * q + 1]) < cut) break;
      double both = alone * single[q] * tieOf(q);
      if (both <= 0) continue;
      pairFirst[pairs] = p; pairSecond[pairs] = q; pairWeight[pairs] = both; tripleStart[pairs++] = triples;
      sum2 += both;
      if (three == 0) continue;
      double third = both * three;
      if (third * suffix[3 * q + 3] < cut) { left += third * suffix[3 * q + 3]; continue; }
      takeIn(q);
      int r = q + 1;
      for (; r < causes; r++) {
        if (third * bound[order[r]] < cut) break;
        double all = both * single[r] * tieOf(r);
        tripleThird[triples] = r; tripleWeight[triples++] = all;
        sum3 += all;
      }
      if (r > width) width = r;
      left += third * suffix[3 * r];
      takeOut(q);
    }
    if (q > width) width = q;
    left += alone * (with2 * suffix[3 * q] + three * suffix[3 * q + 1]);
    takeOut(p);
  }
  left += with1 * suffix[3 * p] + with2 * suffix[3 * p + 1] + three * suffix[3 * p + 2];
  visited = p;
  if (p > width) width = p;
  tripleStart[pairs] = triples;
  total = none + with1 * sum1 + with2 * sum2 + three * sum3;
  leftOut = left / (total + left);
}

static void sumKept(void) {
  double one = sizes[0], two = sizes[1], three = sizes[2], with1 = one + two * e1 + three * e2, with2 = two + three * e1;
  memset(ofPairs, 0, sizeof(double) * causes);
  for (int place = 0; place < causes; place++) mass[place] = place < visited ? with1 * single[place] : 0;
  for (int pair = 0; pair < pairs; pair++) {
    int p = pairFirst[pair], q = pairSecond[pair];
    double both = pairWeight[pair], weight = with2 * both;
    for (int at = tripleStart[pair]; at < tripleStart[pair + 1]; at++) {
      double all = three * tripleWeight[at];
      mass[tripleThird[at]] += all; weight += all;
    }
    mass[p] += weight; mass[q] += weight; ofPairs[p] += both; ofPairs[q] += both;
  }
  double scale = 1 / total, always = one + two * sum1 + three * sum2, withFree = two + three * sum1;
  for (int cause = 0; cause < n; cause++) {
    int place = placeOf[cause];
    if (place >= 0) { posterior[cause] = mass[place] / total; continue; }
    double a = freeOdds[cause], others1 = e1 > a ? e1 - a : 0, others2 = e2 > a * others1 ? e2 - a * others1 : 0;
    posterior[cause] = a * (always + withFree * others1 + three * others2) * scale;
  }
}

static void refresh(void) {
  sortCauses();
  int most = MOST_VISITED;
  for (double cut = tolerance / 64;; cut /= 4) {
    visitSets(cut, most);
    if (leftOut <= tolerance) break;
    if (pairs + triples <= most / 4) continue;
    fprintf(stderr, "sums over yeses are not here\n"); exit(3);
  }
  sumKept();
}

static double mostBits(int f, double w) {
  double least = loudness[f], most = bestShare[f], share = w < most * least ? w / least : most, from = silent[f], to = loud[f];
  return entropyOfTwo(from + share * (to - from)) - (1 - share) * entropyOfTwo(from) - share * entropyOfTwo(to);
}

static void gatherMoments(void) {
  memset(pairAt, 0, sizeof(int) * width * width); memset(together, 0, sizeof(double) * width * width);
  double three = sizes[2], with2 = sizes[1] + three * e1;
  for (int pair = 0; pair < pairs; pair++) {
    int rowP = pairFirst[pair] * width, q = pairSecond[pair], rowQ = q * width;
    pairAt[rowP + q] = pair + 1;
    double sum = with2 * pairWeight[pair];
    for (int at = tripleStart[pair]; at < tripleStart[pair + 1]; at++) {
      int r = tripleThird[at];
      double all = three * tripleWeight[at];
      together[rowP + r] += all; together[rowQ + r] += all; sum += all;
    }
    together[rowP + q] += sum;
  }
}

static int places[12];
static double weights[12], others[12];
static double pairOf(int p, int q) { int low = p < q ? p : q, high = p < q ? q : p; return high < width ? together[low * width + high] : 0; }
static double tripleOf(int i, int j, int k) {
  double freely = 1;
  int low = -1, mid = -1, high = -1, parents[3] = {i, j, k};
  for (int at = 0; at < 3; at++) {
    int own = places[parents[at]];
    if (own < 0) freely *= weights[parents[at]];
    else if (own > high) { low = mid; mid = high; high = own; }
    else if (own > mid) { low = mid; mid = own; }
    else low = own;
  }
  if (mid < 0) return weights[i] * weights[j] * weights[k];
  if (high >= width) return 0;
  int pair = pairAt[(low < 0 ? mid : low) * width + (low < 0 ? high : mid)] - 1;
  if (pair < 0) return 0;
  if (low < 0) return freely * pairWeight[pair];
  for (int at = tripleStart[pair]; at < tripleStart[pair + 1]; at++) if (tripleThird[at] == high) return tripleWeight[at];
  return 0;
}

static double valueOf(int f) {
  if (tableStart[f] < 0) { fprintf(stderr, "a finding without tables\n"); exit(3); }
  int from = start[f], p = start[f + 1] - from, at = tableStart[f], tied = 0;
  double two = sizes[1] / total, three = sizes[2] / total, chance = 0, within = 0;
  for (int i = 0; i < p; i++) {
    int cause = links[from + i], own = placeOf[cause], isKept = own >= 0 && own < visited;
    places[i] = own;
    if (own >= 0) tied++;
    weights[i] = own < 0 ? freeOdds[cause] : isKept ? single[own] : 0;
    others[i] = isKept ? ofPairs[own] : 0;
    double moment = posterior[cause];
    chance += moment * chances[at]; within += moment * entropies[at++];
  }
  double all1 = e1 + sum1;
  for (int i = 0; i < p; i++) {
    double a = weights[i];
    int isTiedI = places[i] >= 0;
    for (int j = i + 1; j < p; j++) {
      double b = weights[j], moment;
      if (places[j] < 0) {
        double rest = isTiedI ? e1 - b : all1 - a - b;
        moment = a * b * (two + three * (rest > 0 ? rest : 0)) + b * three * others[i];
      } else if (isTiedI) moment = pairOf(places[i], places[j]) / total;
      else {
        double rest = e1 - a;
        moment = a * b * (two + three * (rest > 0 ? rest : 0)) + a * three * others[j];
      }
      chance += moment * chances[at]; within += moment * entropies[at++];
    }
  }
  if (three > 0)
    for (int i = 0; i < p; i++)
      for (int j = i + 1; j < p; j++) {
        double both = weights[i] * weights[j] * three;
        for (int k = j + 1; k < p; k++) {
          double moment = tied < 2 ? both * weights[k] : three * tripleOf(i, j, k);
          chance += moment * chances[at]; within += moment * entropies[at++];
        }
      }
  double value = entropyOfTwo(silent[f] + chance) - entropyOfTwo(silent[f]) - within;
  return value > 0 ? value : 0;
}

static void weigh(int f) {
  double value = valueOf(f);
  if (value < bestBits || (value == bestBits && f > best)) return;
  best = f; bestBits = value;
}

static void bestQuestion(void) {
  double perOdds = SLACK * (sizes[0] + sizes[1] * (e1 + sum1) + sizes[2] * (e2 + sum1 * e1 + sum2)) / total;
  int count = 0;
  for (int place = 0; place < causes; place++) {
    int cause = order[place];
    double more = posterior[cause] - perOdds * odds[cause];
    if (!(more > 0)) continue;
    for (int at = startOfCause[cause]; at < startOfCause[cause + 1]; at++) {
      int link = linkOfCause[at], f = findingOfLink[link];
      double louder = 1 - silence[link];
      if (!(louder > 0)) continue;
      if (extra[f] == 0) touched[count++] = f;
      extra[f] += more * louder;
    }
  }
  gatherMoments();
  best = -1; bestBits = -1;
  int likeliest = -1;
  double most = -1;
  for (int at = 0; at < count; at++) {
    int f = touched[at];
    if (states[f] >= 0) continue;
    double w = perOdds * touch[f] + extra[f], peak = bestShare[f] * loudness[f];
    double about = slopeOf[f] * (w < peak ? w * (1 - w / (2 * peak)) : peak / 2);
    if (about > most) { most = about; likeliest = f; }
  }
  if (likeliest >= 0) weigh(likeliest);
  for (int at = 0; at < count; at++) {
    int f = touched[at];
    double w = perOdds * touch[f] + extra[f];
    if (w * slopeOf[f] < bestBits || states[f] >= 0) continue;
    if (f == likeliest || SLACK * mostBits(f, w) < bestBits) continue;
    weigh(f);
  }
  for (int at = 0; at < F; at++) {
    int f = byWorth[at];
    double w = perOdds * touch[f];
    if (w * slopeOf[f] < bestBits) break;
    if (states[f] >= 0 || extra[f] > 0) continue;
    if (SLACK * mostBits(f, w) < bestBits) continue;
    weigh(f);
  }
  for (int at = 0; at < count; at++) extra[touched[at]] = 0;
}

static void ask(int one) {
  clear();
  for (int a = 0; a < asked; a++) answer(caseF[one * asked + a], caseS[one * asked + a]);
  refresh();
  bestQuestion();
}

int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb");
  if (!f) return 1;
  int *head = get(f, 4, 6);
  n = head[0]; F = head[1]; cases = head[4]; asked = head[5];
  int L = head[2], table = head[3];
  start = get(f, 4, F + 1); links = get(f, 4, L); startOfCause = get(f, 4, n + 1); linkOfCause = get(f, 4, L); findingOfLink = get(f, 4, L);
  tableStart = get(f, 4, F); byWorth = get(f, 4, F); caseF = get(f, 4, cases * asked); caseS = get(f, 4, cases * asked);
  tolerance = *(double *)get(f, 8, 1);
  odds = get(f, 8, n); sizes = get(f, 8, 3); silence = get(f, 8, L); leak = get(f, 8, F); misreport = get(f, 8, F); quietest = get(f, 8, F);
  chances = get(f, 8, table); entropies = get(f, 8, table);
  silent = get(f, 8, F); loud = get(f, 8, F); loudness = get(f, 8, F); bestShare = get(f, 8, F); slopeOf = get(f, 8, F); touch = get(f, 8, F);
  states = make(F, 1); memset(states, -1, F); isTied = make(n, 1); depth = make(F, 1);
  answered = make(F, 4); order = make(n, 4); ownStart = make(n + 2, 4); ownAnswer = make(L, 4);
  factor = make(n, 8); bound = make(n, 8); suffix = make(3 * n + 3, 8); offset = make(F, 8); slope = make(F, 8); quiet = make(3 * F, 8);
  for (int i = 0; i < 3 * F; i++) quiet[i] = 1;
  ownSilence = make(L, 8); ownRatio = make(L, 8);
  placeOf = make(n, 4); pairFirst = make(ROOM, 4); pairSecond = make(ROOM, 4); tripleStart = make(ROOM, 4); tripleThird = make(ROOM, 4);
  single = make(n, 8); pairWeight = make(ROOM, 8); tripleWeight = make(ROOM, 8); ofPairs = make(n, 8); mass = make(n, 8); freeOdds = make(n, 8);
  extra = make(F, 8); together = make((size_t)n * n, 8); posterior = make(n, 8); touched = make(F, 4); pairAt = make((size_t)n * n, 4);
  if (argc > 2 && strcmp(argv[2], "results") == 0) {
    for (int c = 0; c < cases; c++) {
      ask(c);
      double rest[3] = {best, bestBits, leftOut};
      fwrite(posterior, 8, n, stdout); fwrite(rest, 8, 3, stdout);
    }
    return 0;
  }
  for (int c = 0; c < cases; c++) ask(c);
  int reps = argc > 2 ? atoi(argv[2]) : 20;
  double t0 = now();
  for (int r = 0; r < reps; r++) for (int c = 0; c < cases; c++) ask(c);
  printf("large %.1f\n", (now() - t0) / reps / cases);
  return 0;
}
