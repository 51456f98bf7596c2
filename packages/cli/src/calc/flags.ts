import type { MethodInfo, OptionInfo } from "@conurb/core/contract";

/** What a flag may stand for. */
export type Target =
  | { readonly kind: "input"; readonly input: string }
  | { readonly kind: "role"; readonly input: string; readonly role: string }
  | { readonly kind: "option"; readonly option: string; readonly schema: OptionInfo };

/** A flag of `calc METHOD`, without its dashes. One that may stand for several things is settled by its value. */
export interface Flag {
  readonly name: string;
  readonly targets: readonly Target[];
  /** Takes no value: `--name` or `--no-name`. */
  readonly isSwitch: boolean;
  /** Another spelling, not shown in the help. */
  readonly isHidden: boolean;
}

/** Every flag that a method's descriptor gives rise to: `--INPUT`, `--ROLE`, `--INPUT.ROLE`, `--OPTION`, `--with.OPTION`. */
export function flagsOf(method: MethodInfo, reserved: ReadonlySet<string>): Flag[] {
  const targets = new Map<string, Target[]>();
  const add = (name: string, target: Target) => targets.set(name, [...(targets.get(name) ?? []), target]);
  const inputs = Object.entries(method.inputs);
  for (const [input] of inputs) add(input, { kind: "input", input });
  for (const [input, { roles = {} }] of inputs) {
    for (const role of Object.keys(roles)) {
      add(role, { kind: "role", input, role });
      add(`${input}.${role}`, { kind: "role", input, role });
    }
  }
  for (const target of pointOf(method)) add(target.role, target);
  for (const [option, schema] of Object.entries(method.options)) {
    add(option, { kind: "option", option, schema });
    add(`with.${option}`, { kind: "option", option, schema });
  }
  const flags = [...targets].filter(([name]) => !reserved.has(name)).map(([name, found]) => flagOf(name, found, false));
  const hyphened = flags.flatMap(({ name, targets: found }) => {
    const other = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return other === name || targets.has(other) || reserved.has(other) ? [] : [flagOf(other, found, true)];
  });
  return [...flags, ...hyphened];
}

/** Where the places of the first input lie, for weights to be made of, where the method does not ask for it itself. */
function pointOf({ inputs }: MethodInfo): (Target & { kind: "role" })[] {
  const [[input, { roles = {} }] = ["", {}]] = Object.entries(inputs);
  const makesWeights = Object.values(inputs).some(({ shape }) => shape === "edges");
  if (!makesWeights || roles.place === undefined) return [];
  return ["lon", "lat"].flatMap((role) => (roles[role] === undefined ? [{ kind: "role" as const, input, role }] : []));
}

function flagOf(name: string, targets: readonly Target[], alias: boolean): Flag {
  const isSwitch = targets.every((target) => target.kind === "option" && target.schema.type === "boolean");
  return { name, targets, isSwitch: isSwitch && !name.startsWith("with."), isHidden: alias || name.includes(".") };
}

/** The fullest name of a target, which stands for nothing else. */
export function fullName(target: Target): string {
  if (target.kind === "input") return `--${target.input}`;
  return target.kind === "role" ? `--${target.input}.${target.role}` : `--with.${target.option}`;
}
