import type { ArgumentDeclaration, CommandDeclaration, OptionDeclaration } from "./command.ts";

const study: ArgumentDeclaration = { name: "STUDY", about: "argument-study" };
const out: OptionDeclaration = { name: "out", value: "DIR", about: "option-out" };
const threads: OptionDeclaration = { name: "threads", value: "N", about: "option-threads" };
const noCache: OptionDeclaration = { name: "no-cache", about: "option-no-cache" };
const prune: OptionDeclaration = { name: "prune", about: "option-prune" };
const encoding: OptionDeclaration = { name: "encoding", value: "NAME", about: "option-encoding" };

/** Options that every command knows. */
export const commonOptions: readonly OptionDeclaration[] = [
  { name: "json", about: "option-json" },
  { name: "lang", value: "LANG", about: "option-lang" },
];

/** Every command, in the order of the help. Adding one adds an entry here and a file beside the others. */
export const commands: readonly CommandDeclaration[] = [
  {
    name: "init",
    about: "about-init",
    arguments: [{ name: "DIR", arity: "optional", about: "argument-dir" }],
    options: [
      { name: "template", value: "NAME", about: "option-template" },
      { name: "list", about: "option-list" },
    ],
    load: () => import("./commands/init.ts"),
  },
  {
    name: "import",
    about: "about-import",
    arguments: [{ name: "FILE", about: "argument-data" }],
    options: [
      { name: "name", value: "NAME", about: "option-name" },
      { name: "out", value: "FILE", about: "option-out-data" },
      { name: "study", about: "option-study" },
      { name: "interpolate", value: "COLUMNS", about: "option-interpolate" },
      { name: "sheet", value: "SHEET", about: "option-sheet" },
      { name: "layout", value: "FILE", about: "option-layout" },
      { name: "projection", value: "CRS", about: "option-projection" },
      encoding,
    ],
    load: () => import("./commands/import.ts"),
  },
  {
    name: "check",
    about: "about-check",
    arguments: [{ name: "STUDY", about: "argument-study-or-data" }],
    options: [
      { name: "coverage", value: "FILE", about: "option-coverage" },
      { name: "all", about: "option-all-faults" },
    ],
    load: () => import("./commands/check.ts"),
  },
  {
    name: "run",
    about: "about-run",
    arguments: [study],
    options: [out, threads, noCache, prune],
    load: () => import("./commands/run.ts"),
  },
  {
    name: "report",
    about: "about-report",
    arguments: [study],
    options: [
      { name: "format", value: "FORMAT", about: "option-format" },
      { name: "tables", value: "FORMAT", about: "option-tables" },
      { name: "figures", value: "FORMAT", about: "option-figures" },
      { name: "width", value: "SIZE", about: "option-width" },
      { name: "dpi", value: "N", about: "option-dpi" },
      out,
      threads,
      noCache,
    ],
    load: () => import("./commands/report.ts"),
  },
  {
    name: "serve",
    about: "about-serve",
    arguments: [{ ...study, arity: "optional" }],
    options: [
      { name: "port", value: "N", about: "option-port" },
      { name: "no-open", about: "option-no-open" },
      { name: "listen", value: "ADDRESS", about: "option-listen" },
      { name: "password-file", value: "FILE", about: "option-password-file" },
      { name: "proxy-header", value: "NAME", about: "option-proxy-header" },
      { name: "host", value: "NAME", many: true, about: "option-host" },
      out,
      threads,
    ],
    load: () => import("./commands/serve.ts"),
  },
  {
    name: "build",
    about: "about-build",
    arguments: [study],
    options: [
      { name: "out", value: "DIR", about: "option-out-site" },
      { name: "with", value: "DATASET", many: true, about: "option-with" },
      { name: "without", value: "DATASET", many: true, about: "option-without" },
      threads,
    ],
    load: () => import("./commands/build.ts"),
  },
  {
    name: "effect",
    about: "about-effect",
    arguments: [study],
    options: [
      { name: "format", value: "FORMAT", about: "option-format" },
      { name: "all", about: "option-all-reasons" },
      out,
      threads,
      noCache,
    ],
    load: () => import("./commands/effect.ts"),
  },
  {
    name: "calc",
    about: "about-calc",
    arguments: [
      { name: "METHOD", about: "argument-method" },
      { name: "FILE", arity: "optional", about: "argument-file" },
    ],
    options: [
      { name: "csv", value: "TABLE", about: "option-csv" },
      { name: "all", about: "option-all" },
      { name: "where", value: "COLUMN=VALUE", many: true, about: "option-where" },
      { name: "units", value: "UNITS", about: "option-units" },
      { name: "seed", value: "N", about: "option-seed" },
      { name: "threads", value: "N", about: "option-threads-calc" },
      { name: "sheet", value: "SHEET", about: "option-sheet" },
      encoding,
    ],
    readsOwnArguments: true,
    load: () => import("./commands/calc.ts"),
  },
  {
    name: "methods",
    about: "about-methods",
    arguments: [{ name: "ID", arity: "optional", about: "argument-method" }],
    options: [],
    load: () => import("./commands/methods.ts"),
  },
  {
    name: "explain",
    about: "about-explain",
    arguments: [
      study,
      { name: "ANALYSIS", about: "argument-analysis" },
      { name: "KEYS", arity: "many", about: "argument-keys" },
    ],
    options: [
      { name: "table", value: "NAME", about: "option-table" },
      { name: "column", value: "NAME", about: "option-column" },
      { name: "all", about: "option-all-cells" },
      out,
      threads,
    ],
    load: () => import("./commands/explain.ts"),
  },
  {
    name: "replay",
    about: "about-replay",
    arguments: [{ name: "LOCK", about: "argument-lock" }],
    options: [threads],
    load: () => import("./commands/replay.ts"),
  },
  {
    name: "diff",
    about: "about-diff",
    arguments: [
      { name: "A", about: "argument-edition-before" },
      { name: "B", about: "argument-edition-after" },
    ],
    options: [{ name: "all", about: "option-all-numbers" }, threads],
    load: () => import("./commands/diff.ts"),
  },
  {
    name: "share",
    about: "about-share",
    arguments: [{ name: "DEAL", about: "argument-deal" }],
    options: [
      { name: "pin", about: "option-pin" },
      { name: "minutes", about: "option-minutes" },
      { name: "tables", value: "FORMAT", about: "option-deal-tables" },
      { name: "new-key", value: "FILE", about: "option-new-key" },
      { name: "seal", value: "PARTY", about: "option-seal" },
      { name: "as", value: "PARTY", about: "option-as" },
      { name: "key", value: "FILE", about: "option-key" },
      { name: "open", value: "FILE", about: "option-open-sealed" },
      { name: "out", value: "DIR", about: "option-deal-out" },
      threads,
    ],
    load: () => import("./commands/share.ts"),
  },
  {
    name: "pack",
    about: "about-pack",
    arguments: [study],
    options: [
      { name: "out", value: "FILE", about: "option-out-pack" },
      { name: "without-data", about: "option-without-data" },
      threads,
    ],
    load: () => import("./commands/pack.ts"),
  },
  {
    name: "reproduce",
    about: "about-reproduce",
    arguments: [{ name: "TABLE", about: "argument-table" }],
    options: [{ name: "all", about: "option-all-candidates" }],
    load: () => import("./commands/reproduce.ts"),
  },
  {
    name: "schema",
    about: "about-schema",
    arguments: [{ name: "KIND", arity: "optional", about: "argument-kind" }],
    options: [],
    load: () => import("./commands/schema.ts"),
  },
  {
    name: "completion",
    about: "about-completion",
    arguments: [{ name: "SHELL", about: "argument-shell" }],
    options: [],
    load: () => import("./commands/completion.ts"),
  },
];
