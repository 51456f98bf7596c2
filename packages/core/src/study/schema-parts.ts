import { z } from "zod";

/** What several parts of the study file are written as. */

export const text = z
  .union(
    [
      z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
      z
        .string()
        .min(1)
        .transform((both) => ({ en: both, zh: both })),
    ],
    { error: "expected-both-languages" },
  )
  .describe("{ en, zh }, or one string for both languages");

/** One, or a list. */
export const list = <T extends z.ZodType>(each: T) =>
  z.union([each.transform((one) => [one]), z.array(each).min(1)]) as unknown as z.ZodType<
    z.output<T>[],
    z.input<T> | z.input<T>[]
  >;
