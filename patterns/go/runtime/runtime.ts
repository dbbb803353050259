/**
 * Go's concurrency, single-threaded and deterministic: the one file to import. Models Go 1.23.
 *
 *     const outcome = run(function* () {
 *       const c = makeChan(int);
 *       go(function* () { yield* c.send(42); });
 *       println(yield* c.recv());
 *     });
 *
 * Every operation that another goroutine can notice is done with `yield*`. Durations are virtual nanoseconds.
 */
export { contextAfterFunc } from "./context/after-func-context.ts";
export {
  type CancelCauseFunc,
  type CancelFunc,
  cause,
  withCancel,
  withCancelCause,
} from "./context/cancel-context.ts";
export { type Chan, makeChan, nilChan, type RecvChan, type SendChan } from "./channels/channel.ts";
export { Range, range } from "./channels/channel-operations.ts";
export { awaiting, network, syscall, work } from "./computing.ts";
export { background, Canceled, type Context, DeadlineExceeded, todo } from "./context/context.ts";
export type { Chooser } from "./scheduler/controlled.ts";
export {
  withDeadline,
  withDeadlineCause,
  withTimeout,
  withTimeoutCause,
} from "./context/deadline-context.ts";
export { type Deferred, deferring, type Frame, recover } from "./defer.ts";
export { Group, type Task } from "./errgroup.ts";
export type { Event, EventKind, EventLog } from "./events.ts";
export { call, exit, go, goexit, numGoroutine, println } from "./go.ts";
export { type Exploration, explore, type ExploreOptions, type Failure } from "./search/explore.ts";
export type { GoLikeOptions } from "./scheduler/go-like.ts";
export type { Go, Operation, Start } from "./goroutine.ts";
export { type GoMap, makeMap, nilMap } from "./maps/map.ts";
export type { MapRange } from "./maps/map-range.ts";
export { gosched } from "./giving-way.ts";
export { operation, remark } from "./own-operation.ts";
export { Misuse, Panic, panic, RuntimeError } from "./panic.ts";
export { controlled, goLike, seeded } from "./scheduler/policies.ts";
export type { Policy } from "./scheduler/policy.ts";
export type { ProcStats } from "./scheduler/proc.ts";
export type { Race } from "./races.ts";
export type { GoroutineState } from "./report.ts";
export { type Outcome, run, runAsync, type RunOptions } from "./run.ts";
export { otherwise, recv, select, type SelectCase, type Selected, send } from "./channels/select.ts";
export { Shared, shared } from "./shared.ts";
export { AtomicBool, AtomicInt64, AtomicPointer, AtomicValue } from "./sync/atomic.ts";
export { Cond } from "./sync/cond.ts";
export { SyncMap } from "./sync/map.ts";
export { type Locker, Mutex } from "./sync/mutex.ts";
export { Once, onceFunc, onceValue } from "./sync/once.ts";
export { Pool, runtimeGC } from "./sync/pool.ts";
export { RWMutex } from "./sync/rw-mutex.ts";
export { WaitGroup } from "./sync/wait-group.ts";
export {
  after,
  afterFunc,
  Hour,
  Microsecond,
  Millisecond,
  Minute,
  Nanosecond,
  newTicker,
  newTimer,
  now,
  Second,
  sleep,
  type Ticker,
  type Timer,
} from "./time.ts";
export {
  any,
  array,
  bool,
  byte,
  error,
  float32,
  float64,
  int,
  int8,
  int16,
  int32,
  int64,
  of,
  pointer,
  rune,
  string,
  type Type,
  uint,
  uint16,
  uint32,
  uint64,
  uint8,
  unit,
} from "./types.ts";
export { withoutCancel, withValue } from "./context/value-context.ts";
export { Weighted } from "./weighted.ts";
