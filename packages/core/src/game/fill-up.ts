/**
 * Raises all from `start` at their own speeds until the total is shared out: x_i = start_i + speed_i t, held between floor and cap.
 * Answers with all caps where these do not take the total. Floors may not exceed the total, nor caps.
 */
export function fillUp(
  total: number,
  parts: readonly { readonly start: number; readonly speed: number; readonly floor: number; readonly cap: number }[],
): number[] {
  const at = (time: number) =>
    parts.map(({ start, speed, floor, cap }) => {
      return speed > 0 ? Math.min(cap, Math.max(floor, start + speed * time)) : floor;
    });
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  // the total grows along straight lines between the times at which a party leaves its floor or reaches its cap
  const times = parts.flatMap(({ start, speed, floor, cap }) => {
    return speed > 0 ? [(floor - start) / speed, (cap - start) / speed].filter(Number.isFinite) : [];
  });
  const turns = [...new Set([0, ...times])].sort((a, b) => a - b);
  const next = turns.findIndex((time) => sum(at(time)) >= total);
  if (next === 0) return at(turns[0]);
  const from = next < 0 ? turns[turns.length - 1] : turns[next - 1];
  const growing = parts.filter(({ start, speed, floor, cap }) => {
    return speed > 0 && (floor - start) / speed <= from && (cap - start) / speed > from;
  });
  const speed = sum(growing.map((part) => part.speed));
  return at(speed > 0 ? from + (total - sum(at(from))) / speed : from);
}
