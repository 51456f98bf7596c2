const most = 60;

/** Of hundreds of rows those around a place, or the first: no view can show more at a size that can be read. */
export function inSight<R extends { readonly place: string }>(
  rows: readonly R[],
  place: string | undefined,
): { readonly seen: readonly R[]; readonly isPart: boolean } {
  if (rows.length <= most) return { seen: rows, isPart: false };
  const at = rows.findIndex((row) => row.place === place);
  const from = Math.min(Math.max(0, at - most / 2), rows.length - most);
  return { seen: rows.slice(from, from + most), isPart: true };
}
