export { dataOver, frozenOf } from "./site/frozen.ts";
export { notShipped } from "./site/not-shipped.ts";
export { readingOf } from "./site/reading.ts";
export { publishedRun, runSite, type SiteRun } from "./site/run-site.ts";
export { type FrozenAnalysis, type Site, type SiteInputs, type SiteTable, siteFiles } from "./site/site-file.ts";
export { sitePorts } from "./site/site-ports.ts";
