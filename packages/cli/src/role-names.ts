import type { Column, Roles } from "@conurb/core/contract";

/** A unit in brackets may follow a coordinate's name: 经度（度）. */
const inBrackets = String.raw`(\s*[（(][^（()）]*[)）])?`;

/** Names that mark a column's part in the tables of this trade. */
export const roleNames = {
  place:
    /^(place|code|area_?code|region_?code|city_?code|adcode|fips|cbsa|nuts\d?|itl\d|行政区划代码|地区代码|城市代码|代码|地区|城市)$/i,
  year: /^(year|年份|年度|年)$/i,
  industry: /^(industry|sector|naics\d*|isic|nace|行业|行业代码|产业)$/i,
  from: /^(from|origin|origin_code|code_a|起点|来源地|始发地)$/i,
  to: /^(to|destination|destination_code|code_b|终点|目的地|到达地)$/i,
  lon: new RegExp(`^(lon|lng|longitude|经度)${inBrackets}$`, "i"),
  lat: new RegExp(`^(lat|latitude|纬度)${inBrackets}$`, "i"),
} as const;

/** The coordinates among these columns: a part that nobody asked for, of columns that play no other. */
export function coordinateRoles(columns: readonly Column[], asked: Roles = {}): Roles {
  const taken = new Set(Object.values(asked).flat());
  const roles: Record<string, string> = {};
  for (const role of ["lon", "lat"] as const) {
    const found = columns.find(({ kind, name }) => kind === "number" && roleNames[role].test(name) && !taken.has(name));
    if (asked[role] === undefined && found !== undefined) roles[role] = found.name;
  }
  return roles;
}
