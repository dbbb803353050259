/** Go's select: looks at all cases, takes one that is ready at random, else waits in all of their queues. */
import type { Chan, RecvChan, SendChan } from "./channel.ts";
import { Fresh, type Goroutine, type Operation, Parked } from "../goroutine.ts";
import { SharedOperation, type Step, suspended } from "../operation.ts";
import { Misuse, plain } from "../panic.ts";
import { Waiter, WaitQueue } from "./wait-queue.ts";
import { current, refuse, type World } from "../world.ts";

export interface RecvCase<out T> {
  readonly kind: "recv";
  readonly channel: RecvChan<T>;
}

export interface SendCase {
  readonly kind: "send";
  readonly channel: SendChan<never>;
  readonly value: unknown;
}

/** `default:`, which is taken when no other case is ready. */
export interface Otherwise {
  readonly kind: "otherwise";
}

export type SelectCase = RecvCase<unknown> | SendCase | Otherwise;

/** Which case was taken, by its position, and what it received; `switch (s.index)` tells TypeScript the type of `value`. */
export type Selected<Cases extends readonly SelectCase[]> = number extends Cases["length"]
  ? { readonly index: number; readonly value: unknown; readonly ok: boolean }
  : SelectedOf<Cases>;

type SelectedOf<Cases extends readonly SelectCase[]> = {
  [I in keyof Cases & `${number}`]: I extends `${infer Index extends number}`
    ? Cases[I] extends RecvCase<infer T>
      ? { readonly index: Index; readonly value: T; readonly ok: boolean }
      : { readonly index: Index }
    : never;
}[keyof Cases & `${number}`];

/** `case v, ok := <-c:` */
export function recv<T>(channel: RecvChan<T>): RecvCase<T> {
  return { kind: "recv", channel };
}

/** `case c <- value:` The value is evaluated once, before anything is looked at, as in Go. */
export function send<T>(channel: SendChan<T>, value: T): SendCase {
  return { kind: "send", channel: channel, value };
}

export const otherwise: Otherwise = { kind: "otherwise" };

/**
 * Go's select: `const s = yield* select(recv(a), send(b, 1), otherwise)`. Waits until a case is ready, forever when there
 * is none; panics when it sends on a closed channel.
 */
export function select<const Cases extends readonly SelectCase[]>(
  ...cases: Cases
): Operation<Selected<Cases>> {
  return selecting.of(cases) as Operation<Selected<Cases>>;
}

interface Outcome {
  readonly index: number;
  readonly value: unknown;
  readonly ok: boolean;
}

class Selecting extends SharedOperation<Outcome> {
  protected readonly text = "select(…)";
  private cases: readonly SelectCase[] = [];

  of(cases: readonly SelectCase[]): this {
    if (cases.filter(({ kind }) => kind === "otherwise").length > 1) {
      refuse(new Misuse("select: more than one otherwise; Go allows one default"));
    }
    this.calling();
    this.cases = cases;
    return this;
  }

  next(): Step<Outcome> {
    const world = current();
    const g = world.running;
    if (g.stage === Parked) {
      const waiters = g.value as readonly Waiter[];
      g.stage = Fresh;
      for (const waiter of waiters) {
        WaitQueue.remove(waiter);
        waiter.channel!.clockwork?.someoneWaits();
      }
      return this.finished(g, woken(world, g));
    }
    if (g.stage === Fresh) {
      g.value = this.cases;
      if (this.givesWay(world, g)) return suspended;
    }
    g.stage = Fresh;
    const cases = g.value as readonly SelectCase[];
    const index = chosenAtOnce(world, cases);
    if (index >= 0) return this.finished(g, perform(world, g, cases[index]!, index));
    g.value = queued(world, g, cases);
    world.park(g, waitReason(cases));
    return this.waits(g);
  }
}

const selecting = new Selecting();

/** A ready case, each being as likely; else the default's index, or -1. */
function chosenAtOnce(world: World, cases: readonly SelectCase[]): number {
  let count = 0;
  let only = -1;
  let fallback = -1;
  for (let i = 0; i < cases.length; i++) {
    const one = cases[i]!;
    if (one.kind === "otherwise") fallback = i;
    else if (isReady(one)) {
      count++;
      only = i;
    }
  }
  if (count === 0) return fallback;
  if (count === 1) return only;
  let skip = world.policy.pick(count);
  return cases.findIndex((one) => one.kind !== "otherwise" && isReady(one) && skip-- === 0);
}

function isReady(one: RecvCase<unknown> | SendCase): boolean {
  return one.kind === "recv" ? channelOf(one).canRecv : channelOf(one).canSend;
}

function perform(world: World, g: Goroutine, one: SelectCase, index: number): Outcome {
  if (one.kind === "recv") {
    channelOf(one).tryRecv(world, g);
    return { index, value: g.value, ok: g.ok };
  }
  if (one.kind === "send") channelOf(one).trySend(world, g, one.value);
  return { index, value: undefined, ok: false };
}

function queued(world: World, g: Goroutine, cases: readonly SelectCase[]): Waiter[] {
  g.selectDone = false;
  const waiters: Waiter[] = [];
  for (let i = 0; i < cases.length; i++) {
    const one = cases[i]!;
    if (one.kind === "otherwise" || one.channel.isNil) continue;
    const waiter = new Waiter(g, i);
    const channel = channelOf(one);
    waiter.channel = channel;
    waiter.sends = one.kind === "send";
    if (one.kind === "send") {
      waiter.value = one.value;
      channel.senders.add(waiter);
    } else {
      channel.receivers.add(waiter);
      channel.clockwork?.someoneWaits();
    }
    if (waiter.previous?.g === g) mix(world, waiter, waiters);
    waiters.push(waiter);
  }
  return waiters;
}

/** Cases that do the same at one channel stand in its queue in any order, as each is as likely. */
function mix(world: World, last: Waiter, waiters: readonly Waiter[]): void {
  const alike = [...waiters.filter(({ queue }) => queue === last.queue), last];
  const other = alike[world.policy.pick(alike.length)]!;
  const { index, value } = other;
  other.index = last.index;
  other.value = last.value;
  last.index = index;
  last.value = value;
}

function woken(world: World, g: Goroutine): Outcome {
  const { index, value, success, sends, channel } = g.chosen!;
  g.chosen = undefined;
  if (!success) {
    world.races?.acquire(g, channel!);
    if (sends) throw plain("send on closed channel");
  }
  return { index, value: sends ? undefined : value, ok: success };
}

/** A select of one case is compiled to that operation, so Go names that. */
function waitReason(cases: readonly SelectCase[]): string {
  const [one] = cases;
  if (one === undefined) return "select (no cases)";
  if (cases.length > 1 || one.kind === "otherwise") return "select";
  return `chan ${one.kind === "recv" ? "receive" : "send"}${one.channel.isNil ? " (nil chan)" : ""}`;
}

function channelOf({ channel }: RecvCase<unknown> | SendCase): Chan<unknown> {
  return channel as unknown as Chan<unknown>;
}
