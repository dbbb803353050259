export function minMeetingRooms(intervals: number[][]): number {
  throw new Error("not implemented");
}
