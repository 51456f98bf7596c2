import type { Problem } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import type { DatasetDeclaration } from "./schema.ts";

/** Roles that tables have whatever method reads them. A method may ask for others, which a dataset may declare too. */
const common = [
  ...["place", "year", "industry", "variable", "unit", "flag", "name", "area", "lon", "lat", "from", "to"],
  ...["value", "values", "weight", "group", "groups", "cluster", "parent"],
];
const shortest = 4;

/** A role that is nobody's, and nearly one that everybody knows: `palce`. */
export function roleNotes(name: string, { roles = {} }: DatasetDeclaration): Problem[] {
  return Object.keys(roles).flatMap((role): Problem[] => {
    const hint = common.includes(role) || role.length < shortest ? undefined : suggestion(role, common);
    if (hint === undefined) return [];
    const path = `datasets.${name}.roles.${role}`;
    return [
      {
        code: "role-unknown",
        text: {
          en: `${path}: no such role is known, and no column plays it unless a method asks for it by this name`,
          zh: `${path}：没有这一角色；除非某方法以此名索取，否则该列不起作用`,
        },
        hint,
      },
    ];
  });
}
