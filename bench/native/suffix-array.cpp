// SA-IS in C++, the same algorithm as patterns/strings/suffix-array, to see what JavaScript costs.
// Usage: suffix-array <kind> <n> <runs>; prints the median milliseconds and a checksum of the suffix array.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using std::size_t;
using std::vector;

static vector<int> valleysOf(const vector<int>& symbols) {
  vector<int> valleys;
  bool isSmall = false;
  for (int place = int(symbols.size()) - 2; place >= 0; place--) {
    if (symbols[place] < symbols[place + 1]) isSmall = true;
    else if (symbols[place] > symbols[place + 1]) {
      if (isSmall) valleys.push_back(place + 1);
      isSmall = false;
    }
  }
  std::reverse(valleys.begin(), valleys.end());
  return valleys;
}

static void induce(const vector<int>& symbols, const vector<int>& starts, const vector<int>& valleys,
                   vector<int>& result, bool keepsAll) {
  const int n = int(symbols.size());
  std::fill(result.begin(), result.end(), 0);
  vector<int> tails(starts.begin() + 1, starts.end());
  for (int i = int(valleys.size()) - 1; i >= 0; i--) result[--tails[symbols[valleys[i]]]] = valleys[i];
  vector<int> heads(starts.begin(), starts.end() - 1);
  result[heads[symbols[n - 1]]++] = symbols[n - 2] < symbols[n - 1] ? 1 - n : n - 1;
  for (int i = 0; i < n; i++) {
    const int next = result[i];
    if (next <= 0) continue;
    if (!keepsAll) result[i] = 0;
    const int place = next - 1;
    const int symbol = symbols[place];
    result[heads[symbol]++] = place > 0 && symbols[place - 1] < symbol ? -place : place;
  }
  std::copy(starts.begin() + 1, starts.end(), tails.begin());
  for (int i = n - 1; i >= 0; i--) {
    const int next = result[i];
    if (next >= 0) continue;
    result[i] = keepsAll ? -next : 0;
    const int place = -next - 1;
    const int symbol = symbols[place];
    result[--tails[symbol]] = place > 0 && symbols[place - 1] <= symbol ? -place : place;
  }
}

static void sortSuffixes(const vector<int>& symbols, int size, vector<int>& result) {
  vector<int> starts(size + 1);
  for (const int symbol : symbols) starts[symbol + 1]++;
  for (int symbol = 0; symbol < size; symbol++) starts[symbol + 1] += starts[symbol];
  const vector<int> valleys = valleysOf(symbols);
  const int m = int(valleys.size());
  if (m < 2) return induce(symbols, starts, valleys, result, true);

  induce(symbols, starts, valleys, result, false);
  vector<int> sorted;
  sorted.reserve(m);
  for (const int place : result)
    if (place > 0) sorted.push_back(place);
  for (int i = 0; i < m; i++) result[valleys[i] >> 1] = i + 1 < m ? valleys[i + 1] - valleys[i] + 1 : 0;
  int parts = 0, previous = 0, previousLength = 0;
  for (const int place : sorted) {
    const int length = result[place >> 1];
    const bool isEqual = length > 0 && length == previousLength &&
                         std::equal(&symbols[place], &symbols[place] + length, &symbols[previous]);
    if (!isEqual) parts++;
    result[place >> 1] = parts - 1;
    previous = place;
    previousLength = length;
  }
  if (parts < m) {
    vector<int> numbers(m);
    for (int i = 0; i < m; i++) numbers[i] = result[valleys[i] >> 1];
    sortSuffixes(numbers, parts, sorted);
    for (int& place : sorted) place = valleys[place];
  }
  induce(symbols, starts, sorted, result, true);
}

static vector<int> suffixArray(const std::string& text) {
  vector<int> suffixes(text.size());
  if (text.size() > 1) {
    const auto [least, greatest] = std::minmax_element(text.begin(), text.end());
    vector<int> symbols(text.size());
    for (size_t i = 0; i < text.size(); i++) symbols[i] = text[i] - *least;
    sortSuffixes(symbols, *greatest - *least + 1, suffixes);
  }
  return suffixes;
}

// The same numbers as seededRandom of lab/problem/random.ts.
static uint32_t state = 1;
static uint32_t below(uint32_t count) {
  state += 0x6d2b79f5;
  uint32_t t = (state ^ (state >> 15)) * (state | 1);
  t ^= t + (t ^ (t >> 7)) * (t | 61);
  return uint32_t((uint64_t(t ^ (t >> 14)) * count) >> 32);
}

static std::string textOf(const std::string& kind, size_t n) {
  if (kind == "fibonacci") {
    std::string before = "b", word = "a";
    while (word.size() < n) {
      const std::string next = word + before;
      before = word;
      word = next;
    }
    return word.substr(0, n);
  }
  const std::string letters = kind == "equal" ? "a" : kind == "dna" ? "ACGT" : "abcdefghijklmnopqrstuvwxyz";
  std::string text;
  while (text.size() < n) text += letters[below(uint32_t(letters.size()))];
  return text;
}

int main(int count, char** values) {
  if (count != 4) return 2;
  const std::string text = textOf(values[1], size_t(std::atoll(values[2])));
  const int runs = std::atoi(values[3]);
  vector<double> times;
  uint32_t checksum = 0;
  for (int run = 0; run < runs; run++) {
    const auto begin = std::chrono::steady_clock::now();
    const vector<int> suffixes = suffixArray(text);
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    checksum = 2166136261u;
    for (const int place : suffixes) checksum = (checksum ^ uint32_t(place)) * 16777619u;
  }
  std::sort(times.begin(), times.end());
  std::printf("%.3f %u\n", times[runs / 2], checksum);
}
