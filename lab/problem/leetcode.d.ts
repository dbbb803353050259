/**
 * What LeetCode lays beside every solution. The lab provides all of it at run time; this file tells the
 * compiler, for the problems here and for attempts alike.
 */
declare class ListNode {
  val: number;
  next: ListNode | null;
  constructor(val?: number, next?: ListNode | null);
}

declare class TreeNode {
  val: number;
  left: TreeNode | null;
  right: TreeNode | null;
  constructor(val?: number, left?: TreeNode | null, right?: TreeNode | null);
}

/** One name for several classes: which links a node has, and in which order, differs from problem to problem. */
declare class _Node {
  val: number;
  next: _Node | null;
  random: _Node | null;
  left: _Node | null;
  right: _Node | null;
  prev: _Node | null;
  child: _Node | null;
  neighbors: _Node[];
  children: _Node[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each problem has its own links
  constructor(val?: number, ...links: any[]);
}
declare class Node extends _Node {}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- lodash, as loose as on LeetCode
declare const _: any;

/* eslint-disable @typescript-eslint/no-explicit-any -- two generations of queues that agree on names only */
declare class PriorityQueue<T = any> {
  constructor(
    compare?: ((a: T, b: T) => any) | { compare?: (a: T, b: T) => any; priority?: (element: T) => any },
    values?: T[],
  );
  enqueue(element: T, priority?: number): any;
  dequeue(): any;
  push(element: T): any;
  pop(): any;
  front(): any;
  back(): any;
  size(): number;
  isEmpty(): boolean;
  toArray(): any[];
  clear(): void;
  remove(test: (element: T) => boolean): any;
  contains(test: (element: T) => boolean): boolean;
}
declare class MinPriorityQueue<T = any> extends PriorityQueue<T> {}
declare class MaxPriorityQueue<T = any> extends PriorityQueue<T> {}
declare class Queue<T = any> {
  constructor(elements?: T[]);
  enqueue(element: T): any;
  dequeue(): any;
  push(element: T): any;
  pop(): any;
  front(): any;
  back(): any;
  size(): number;
  isEmpty(): boolean;
  toArray(): T[];
  clear(): void;
}
declare class Deque<T = any> {
  constructor(elements?: T[]);
  pushFront(element: T): any;
  pushBack(element: T): any;
  popFront(): any;
  popBack(): any;
  front(): any;
  back(): any;
  size(): number;
  isEmpty(): boolean;
  toArray(): T[];
  clear(): void;
}
