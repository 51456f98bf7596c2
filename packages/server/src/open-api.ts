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

const choices = { required: false, content: { "application/json": { schema: { type: "object" } } } };

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
        responses: {
          "200": json(
            "{ file, text, version }, version as ETag; text and version are null in a folder without a study",
          ),
          "422": refused,
        },
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
          "422": refused,
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
    "/api/reports": {
      post: {
        summary:
          "Make the report of the study as it is saved, in the languages and formats that it names, as `conurb report` does",
        responses: { "202": json("State of the making") },
      },
    },
    "/api/reports/current": {
      get: {
        summary: "The report that is being made, or was made last",
        responses: { "200": json("{ current: state with its files | null }") },
      },
    },
    "/api/reports/{id}": {
      delete: {
        summary: "Cancel the making of a report",
        parameters: [named("id", "Of the making")],
        responses: { "204": { description: "Cancelled" }, ...nothing },
      },
    },
    "/api/reports/preview/{language}": {
      get: {
        summary: "The report of the last run in one language, to look at",
        parameters: [named("language", "zh or en")],
        responses: {
          "200": { description: "HTML", content: { "text/html": { schema: { type: "string" } } } },
          ...nothing,
        },
      },
    },
    "/api/reports/files/{name}": {
      get: {
        summary: "A file of the report that was made last",
        parameters: [named("name", "As the state of the making lists it")],
        responses: { "200": { description: "The file" }, ...nothing },
      },
    },
    "/api/events": {
      get: {
        summary: "What changes: events `study`, `run` and `report`",
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
    "/api/datasets/{name}/figures": {
      get: {
        summary: "A dataset as its file has it, before corrections and all that is done to its figures",
        parameters: [named("name", "Of the dataset")],
        responses: { "200": json("{ table, corrections }"), "422": refused, ...nothing },
      },
    },
    "/api/datasets/{name}/account": {
      get: {
        summary: "What became of every cell of a dataset's file, and what was done to its figures after",
        parameters: [named("name", "Of the dataset")],
        responses: { "200": json("{ account, missingAs, flags, steps, notes }"), "422": refused, ...nothing },
      },
    },
    "/api/archive": {
      get: {
        summary: "The replication archive of the last run",
        responses: {
          "200": { description: "As conurb pack writes it", content: { "application/zip": {} } },
          "422": refused,
          ...nothing,
        },
      },
    },
    "/api/uploads": {
      post: {
        summary: "Hand over a file of up to 64 MB; it lies outside the study until it is taken",
        parameters: [asked("name", "What the file is called")],
        requestBody: { required: true, content: { "application/octet-stream": { schema: { type: "string" } } } },
        responses: { "201": json("{ id, name, size }"), "411": refused, "413": refused },
      },
    },
    "/api/uploads/{id}": {
      delete: {
        summary: "Forget a file that was handed over",
        parameters: [named("id", "Of the file")],
        responses: { "204": { description: "Forgotten" }, ...nothing },
      },
    },
    "/api/uploads/{id}/preview": {
      post: {
        summary: "What importing the file would make of it; nothing is written",
        parameters: [named("id", "Of the file")],
        requestBody: choices,
        responses: { "200": json("What is read, guessed, named and declared"), "422": refused, ...nothing },
      },
    },
    "/api/uploads/{id}/take": {
      post: {
        summary: "Copy the file into the study's data folder; the study itself is not changed",
        parameters: [named("id", "Of the file")],
        requestBody: choices,
        responses: { "200": json("As the preview, with the name that the file was given"), "422": refused, ...nothing },
      },
    },
    "/api/shelf": {
      get: {
        summary: "Templates, studies that ship, and studies opened before",
        responses: { "200": json("{ canOpen, folder, templates, shipped, recent }") },
      },
      post: {
        summary: "Open a study, or begin one, in a workbench of its own",
        requestBody: choices,
        responses: { "201": json("{ address }"), "403": refused, "422": refused, ...nothing },
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
