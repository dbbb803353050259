/** Go's types, as far as a program has to name them: for zero values, for texts, and for how slices grow. */

export interface Type<out T> {
  /** As Go prints it: "int", "*main.Job". */
  readonly name: string;
  /** The zero value. */
  readonly zero: T;
  /** Bytes of one value on a 64-bit machine. */
  readonly size: number;
  /** Whether values hold pointers, which decides how the allocator rounds. */
  readonly pointers: boolean;
}

function type<T>(name: string, zero: T, size: number, pointers = false): Type<T> {
  return { name, zero, size, pointers };
}

export const bool = type<boolean>("bool", false, 1);
export const byte = type<number>("uint8", 0, 1);
export const uint8 = byte;
export const int8 = type<number>("int8", 0, 1);
export const int16 = type<number>("int16", 0, 2);
export const int32 = type<number>("int32", 0, 4);
export const rune = int32;
/** As a number: exact up to 2^53. */
export const int = type<number>("int", 0, 8);
export const int64 = type<number>("int64", 0, 8);
export const uint = type<number>("uint", 0, 8);
export const uint16 = type<number>("uint16", 0, 2);
export const uint32 = type<number>("uint32", 0, 4);
export const uint64 = type<number>("uint64", 0, 8);
export const float32 = type<number>("float32", 0, 4);
export const float64 = type<number>("float64", 0, 8);
export const string = type<string>("string", "", 16, true);
/** `struct{}`: a value that says nothing but that it came. */
export const unit: Type<void> = type("struct {}", undefined, 0);
export const error = type<Error | null>("error", null, 16, true);
/** `any`: what it holds, or nil. */
export const any = type<unknown>("interface {}", null, 16, true);

/** `*T`: nil, or the object. */
export function pointer<T extends object>(name = "T"): Type<T | null> {
  return type<T | null>(`*main.${name}`, null, 8, true);
}

/** A type with the zero value given: `of({ id: 0 }, "Job")`. `size` in bytes and `pointers` matter to slices alone. */
export function of<T>(zero: T, name = "T", size = 8, pointers = true): Type<T> {
  return type(`main.${name}`, zero, size, pointers);
}

/** `[n]T`. */
export function array<T>(n: number, element: Type<T>): Type<readonly T[]> {
  const zero = Object.freeze(Array.from({ length: n }, () => element.zero));
  return type<readonly T[]>(`[${n}]${element.name}`, zero, n * element.size, element.pointers && n > 0);
}
