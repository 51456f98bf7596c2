import { InputError } from "../contract/errors.ts";

/** Masses are at least 0; those that shares are formed of are above 0. */
export function checkMasses(
  place: readonly string[],
  masses: ArrayLike<number>,
  role: "mass" | "second",
  form: "classic" | "share",
): void {
  place.forEach((name, at) => {
    const value = masses[at] as number;
    if (value > 0 || (value === 0 && form === "classic")) return;
    const bound = form === "classic" ? ["at least 0", "不小于 0"] : ["more than 0", "大于 0"];
    throw new InputError({
      code: "mass-out-of-range",
      text: {
        en: `gravity: ${role} of ${name} is ${value}, expected ${bound[0]}`,
        zh: `gravity：${name} 的 ${role} 为 ${value}，应${bound[1]}`,
      },
    });
  });
}
