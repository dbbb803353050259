/**
 * What Node adds to the language, as loosely as an attempt needs it: the compiler reads these lines in a third of the time
 * that Node's own types take. Only attempts see this file.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- loose on purpose */
declare const console: Record<string, (...args: any[]) => void>;
declare const process: any;
declare const require: any;
declare const module: any;
declare const exports: any;
declare const global: any;
declare const Buffer: any;
declare const performance: any;
declare const crypto: any;
declare const URL: any;
declare const TextEncoder: any;
declare const TextDecoder: any;
declare function structuredClone<T>(value: T): T;
declare function queueMicrotask(callback: () => void): void;
declare function setTimeout(callback: (...args: any[]) => void, ms?: number, ...args: any[]): any;
declare function setInterval(callback: (...args: any[]) => void, ms?: number, ...args: any[]): any;
declare function setImmediate(callback: (...args: any[]) => void, ...args: any[]): any;
declare function clearTimeout(timer: any): void;
declare function clearInterval(timer: any): void;
declare function clearImmediate(timer: any): void;
