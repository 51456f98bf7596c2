import { z } from "zod";

/** Answers among which draws choose; `stated` stands for what the recipe says. */
export const statedOr = <const T extends string>(answers: readonly [T, ...T[]]) =>
  z.array(z.enum(["stated", ...answers])).min(1);
