import type { Mistakes } from "#lab/problem/index.ts";
import type problem from "./problem.ts";

export default {
  "multiplies once for every factor": {
    law: "finishes",
    input: [1, 2147483647],
    inChild: true,
    myPow(x, n) {
      let power = 1;
      for (let i = 0; i < Math.abs(n); i++) power *= x;
      return n < 0 ? 1 / power : power;
    },
  },
  "takes the exponent for a signed number of 32 bits": {
    law: "off by at most 10⁻⁵, or by that share of a large power",
    input: [2, -2147483648],
    myPow(x, n) {
      let square = n < 0 ? 1 / x : x;
      let power = 1;
      for (let bits = Math.abs(n); bits > 0; bits >>= 1) {
        if (bits & 1) power *= square;
        square *= square;
      }
      return power;
    },
  },
  "forgets that the exponent may be negative": {
    law: "off by at most 10⁻⁵, or by that share of a large power",
    input: [2, -1],
    myPow(x, n) {
      let power = 1;
      while (n > 0) {
        if (n % 2 === 1) power *= x;
        x *= x;
        n = Math.floor(n / 2);
      }
      return power;
    },
  },
  "multiplies where a negative exponent divides": {
    law: "off by at most 10⁻⁵, or by that share of a large power",
    input: [2, -1],
    myPow: function myPow(x, n): number {
      if (n === 0) return 1;
      const half = myPow(x, Math.trunc(n / 2));
      return n % 2 === 0 ? half * half : half * half * x;
    },
  },
  "halves a negative exponent for ever": {
    law: "does not throw",
    input: [1, -1],
    myPow: function myPow(x, n): number {
      if (n === 0) return 1;
      const half = myPow(x, Math.floor(n / 2));
      return n % 2 === 0 ? half * half : half * half * x;
    },
  },
  "drops the odd factor": {
    law: "off by at most 10⁻⁵, or by that share of a large power",
    input: [2, 3],
    myPow: function myPow(x, n): number {
      if (n === 0) return 1;
      if (n < 0) return 1 / myPow(x, -n);
      return n === 1 ? x : myPow(x * x, Math.floor(n / 2));
    },
  },
  "starts from x instead of 1": {
    law: "the power 0 is 1",
    input: [2, 0],
    myPow(x, n) {
      let power = x;
      let square = x;
      for (let rest = Math.abs(n) - 1; rest > 0; rest = Math.floor(rest / 2)) {
        if (rest % 2 === 1) power *= square;
        square *= square;
      }
      return n < 0 ? 1 / power : power;
    },
  },
  "goes by way of the logarithm": {
    law: "returns a value of the right kind",
    input: [-1, 1],
    myPow(x, n) {
      return Math.exp(n * Math.log(x));
    },
  },
} satisfies Mistakes<typeof problem>;
