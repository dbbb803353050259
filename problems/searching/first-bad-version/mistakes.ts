import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "adds the two ends and overflows": {
    law: "does not throw",
    input: [2147483647, 1],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (isBadVersion(middle)) high = middle;
          else low = middle + 1;
        }
        return low;
      };
    },
  },
  "goes on when only one version is left": {
    law: "finishes",
    input: [1, 1],
    inChild: true,
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low <= high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) high = middle;
          else low = middle + 1;
        }
        return low;
      };
    },
  },
  "keeps a good middle in the range": {
    law: "finishes",
    input: [2, 2],
    inChild: true,
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low < high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) high = middle;
          else low = middle;
        }
        return low;
      };
    },
  },
  "rounds the middle up": {
    law: "finishes",
    input: [2, 1],
    inChild: true,
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low < high) {
          const middle = Math.round((low + high) / 2);
          if (isBadVersion(middle)) high = middle;
          else low = middle + 1;
        }
        return low;
      };
    },
  },
  "drops a bad middle": {
    law: "the version is bad",
    input: [3, 2],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low < high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) high = middle - 1;
          else low = middle + 1;
        }
        return low;
      };
    },
  },
  "returns the last good version": {
    law: "one of the versions 1 to n",
    input: [1, 1],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low <= high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) high = middle - 1;
          else low = middle + 1;
        }
        return high;
      };
    },
  },
  "returns the first bad version it meets": {
    law: "no version before it is bad",
    input: [3, 1],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        while (low < n) {
          const middle = Math.floor((low + n) / 2);
          if (isBadVersion(middle)) return middle;
          low = middle + 1;
        }
        return low;
      };
    },
  },
  "takes it for granted that version 1 is good": {
    law: "no version before it is bad",
    input: [2, 1],
    solution(isBadVersion) {
      return function (n) {
        let good = 1;
        let bad = n;
        while (bad - good > 1) {
          const middle = Math.floor((good + bad) / 2);
          if (isBadVersion(middle)) bad = middle;
          else good = middle;
        }
        return bad;
      };
    },
  },
  "leaves the last version out": {
    law: "the version is bad",
    input: [2, 2],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n - 1;
        while (low < high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) high = middle;
          else low = middle + 1;
        }
        return low;
      };
    },
  },
  "goes on in the wrong half": {
    law: "no version before it is bad",
    input: [2, 1],
    solution(isBadVersion) {
      return function (n) {
        let low = 1;
        let high = n;
        while (low < high) {
          const middle = Math.floor((low + high) / 2);
          if (isBadVersion(middle)) low = middle + 1;
          else high = middle;
        }
        return low;
      };
    },
  },
  "stops at the end of its leap": {
    law: "no version before it is bad",
    input: [4, 3],
    solution(isBadVersion) {
      return function (n) {
        let version = 1;
        while (!isBadVersion(version)) version = Math.min(2 * version, n);
        return version;
      };
    },
  },
} satisfies Mistakes<typeof problem>;
