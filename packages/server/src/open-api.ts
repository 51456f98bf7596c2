const json = (description: string) => ({
  description,
  content: { "application/json": { schema: { type: "object" } } },
});
const refused = json("Why not, in both languages: { problems: [{ code, text: { en, zh }, hint?, place? }] }");
const nothing = { "404": refused };
const named = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});
const asked = (name: string, description: string) => ({
  name,
  in: "query",
  required: false,
  description,
  schema: { type: "string" },
});
const text = { required: true, content: { "application/yaml": { schema: { type: "string" } } } };

/** The interface of the workbench's server, whole. A test holds it to the routes there are. */
export const openApi = {
  openapi: "3.1.0",
  info: {
    title: "conurb workbench",
    version: "1",
    description:
      "One study, this machine. The opening address carries a token that becomes a same-site cookie; host and origin are checked.",
  },
  components: { securitySchemes: { cookie: { type: "apiKey", in: "cookie", name: "conurb-PORT" } } },
  security: [{ cookie: [] }],
  paths: {
    "/api/openapi.json": { get: { summary: "This description", responses: { "200": json("OpenAPI 3.1") } } },
    "/api/study": {
      get: {
        summary: "The study file as it stands",
        responses: { "200": json("{ file, text, version }, version as ETag") },
      },
      put: {
        summary: "Replace the study file",
        parameters: [
          {
            name: "If-Match",
            in: "header",
            required: true,
            description: "The version that the change was made to",
            schema: { type: "string" },
          },
        ],
        requestBody: text,
        responses: {
          "200": json("{ version }"),
          "409": json("The file changed meanwhile: { yours: { text, version }, theirs: { text, version } }"),
          "413": refused,
          "415": refused,
          "428": refused,
        },
      },
    },
    "/api/check": {
      post: {
        summary: "Everything that is wrong with a text, with its lines",
        requestBody: text,
        responses: { "200": json("{ problems, notes }"), "413": refused, "415": refused },
      },
    },
    "/api/runs": {
      post: {
        summary: "Run the study as it is saved; a run of the same text is answered with",
        responses: { "202": json("State of the run") },
      },
    },
    "/api/runs/current": {
      get: {
        summary: "The run that is going on, and the last one that went through",
        responses: { "200": json("{ current: state | null, last: { version, ended, outline } | null }") },
      },
    },
    "/api/runs/{id}": {
      delete: {
        summary: "Cancel a run",
        parameters: [named("id", "Of the run")],
        responses: { "204": { description: "Cancelled" }, ...nothing },
      },
    },
    "/api/events": {
      get: {
        summary: "What changes: events `study` and `run`",
        responses: {
          "200": {
            description: "Server-sent events",
            content: { "text/event-stream": { schema: { type: "string" } } },
          },
        },
      },
    },
    "/api/results/{key}": {
      get: {
        summary: "A result of the last run, in canonical bytes",
        parameters: [named("key", "sha256 that names the result")],
        responses: { "200": json("See docs/result.schema.json"), ...nothing },
      },
    },
    "/api/passports/{analysis}": {
      get: {
        summary: "What one number rests on: formula, conventions, inputs down to file and row",
        parameters: [
          named("analysis", "Name in the study"),
          asked("table", "Table of the result"),
          asked("column", "Column of the table, or a headline number"),
          asked("key", "Of the row; given once for each part of its key"),
        ],
        responses: { "200": json("Passport"), "422": refused, ...nothing },
      },
    },
    "/api/inputs/{analysis}": {
      get: {
        summary: "Exactly what an analysis received",
        parameters: [named("analysis", "Name in the study")],
        responses: { "200": json("{ method, inputs, roles, options, seed }"), "422": refused, ...nothing },
      },
    },
    "/api/tables/{name}": {
      get: {
        summary: "A dataset or a set of indicators as a typed table",
        parameters: [named("name", "Name in the study")],
        responses: { "200": json("Table"), "422": refused, ...nothing },
      },
    },
    "/api/methods": {
      get: { summary: "Every method with its options as JSON Schema", responses: { "200": json("{ methods }") } },
    },
    "/api/gazetteer": {
      get: {
        summary: "Clusters that a study may name, and places",
        responses: { "200": json("{ clusters, places }") },
      },
    },
  },
} as const;
