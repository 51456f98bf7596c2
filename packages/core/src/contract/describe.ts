import { z } from "zod";
import type { Text } from "../language/text.ts";
import type { AnyMethod, Citation, Convention } from "./method.ts";
import { type MethodNames, namesOf } from "./names/names-of.ts";
import type { Input } from "./readings.ts";

export interface OptionInfo {
  readonly default?: unknown;
  readonly [key: string]: unknown;
}
export interface InputInfo {
  readonly shape: Input["shape"];
  readonly optional: boolean;
  readonly roles?: Readonly<Record<string, string>>;
}
/** What there is to know of a method without running it: the same for the command line, forms and reference pages. */
export interface MethodInfo {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly question: Text;
  readonly formula: string;
  readonly where?: Text;
  readonly formulas?: Readonly<Record<string, string>>;
  readonly cites: readonly Citation[];
  readonly conventions: Readonly<Record<string, Convention>>;
  readonly means?: Readonly<Record<string, Text>>;
  readonly pitfalls?: readonly Text[];
  readonly inputs: Readonly<Record<string, InputInfo>>;
  readonly options: Readonly<Record<string, OptionInfo>>;
  readonly names: MethodNames;
}

export function describeMethod(method: AnyMethod): MethodInfo {
  const schema = z.toJSONSchema(method.options as z.ZodType, { io: "input" }) as {
    properties?: Record<string, OptionInfo>;
  };
  const { properties: options = {} } = schema;
  const described = Object.entries(method.inputs as Record<string, Input>).map(([name, input]) => {
    const info: InputInfo =
      input.shape === "record"
        ? { shape: input.shape, optional: input.optional }
        : {
            shape: input.shape,
            optional: input.optional,
            roles: Object.fromEntries(
              Object.entries(input.roles).map(([role, { kind, arity }]) => [role, `${arity} ${kind}`]),
            ),
          };
    return [name, info] as const;
  });
  const inputs = Object.fromEntries(described);
  return {
    id: method.id,
    version: method.version,
    title: method.title,
    question: method.question,
    formula: method.formula,
    ...(method.where === undefined ? {} : { where: method.where }),
    ...(method.formulas === undefined ? {} : { formulas: method.formulas }),
    cites: method.cites,
    conventions: method.conventions,
    ...(method.means === undefined ? {} : { means: method.means }),
    ...(method.pitfalls === undefined ? {} : { pitfalls: method.pitfalls }),
    inputs,
    options,
    names: namesOf({ id: method.id, conventions: method.conventions, inputs, options }),
  };
}
