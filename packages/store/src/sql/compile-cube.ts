import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { type CubeCondition, type CubePlan, presentOf, roundedOf } from "./cube-query.ts";
import { builder, spellings } from "./dialects.ts";
import type { DialectName, SqlValue, Statement } from "./port.ts";
import { unportable } from "./portable.ts";

// biome-ignore lint/suspicious/noExplicitAny: tables are known at run time only
type Select = SelectQueryBuilder<any, any, any>;

/**
 * First the cells (keys, and measures as exact decimals beside their doubles), then their sums by key. Keeps to the core
 * that every engine reads alike; a break of that is a fault of this compiler.
 */
export function compileCube({ from, by, sum, count, where }: CubePlan, dialect: DialectName): Statement {
  const db = builder();
  const { isNotANumber, exact: exactOf } = spellings[dialect];
  const source = sql`${sql.id(...from.split("."))}`.as(sql.id("source"));
  const cells = where.reduce(
    (query, condition): Select => query.where(met(condition)),
    (db.selectFrom(source) as Select).select([
      ...(by.length + sum.length === 0 ? [sql`1`.as("counted")] : []),
      ...by.map(({ column, kind, as }) => key(inSource(column), kind).as(as)),
      ...sum.flatMap(({ column, scale, as }) => {
        const double = sql`cast(${inSource(column)} as double)`;
        const exact = exactOf(inSource(column), scale);
        return [
          sql`case when ${isNotANumber(double)} then null else ${exact} end`.as(`${as}_exact`),
          double.as(`${as}_double`),
        ];
      }),
    ]),
  );
  const sums = (db.with("cells", () => cells).selectFrom("cells") as Select).select([
    ...by.map(({ as }) => as),
    ...(count === undefined ? [] : [sql`count(*)`.as(count)]),
    ...sum.flatMap(({ as }) => {
      const [exact, double] = [sql.ref(`${as}_exact`), sql.ref(`${as}_double`)];
      return [
        sql`cast(sum(${exact}) as varchar)`.as(as),
        sql`count(${exact})`.as(presentOf(as)),
        sql`count(case when abs(cast(${exact} as double) - ${double}) > ${shown} * abs(${double}) then 1 end)`.as(
          roundedOf(as),
        ),
      ];
    }),
  ]);
  const compiled = (by.length === 0 ? sums : sums.groupBy(by.map(({ as }) => as))).compile();
  const faults = unportable(compiled.sql);
  if (faults.length > 0) throw new Error(`cube query: ${faults.join("; ")}: ${compiled.sql}`);
  return { sql: compiled.sql, parameters: compiled.parameters as readonly SqlValue[] };
}

/**
 * Two units in the last place: engines differ by that much where they turn a decimal of more than 15 digits to a double.
 * What is rounded off by more was a digit of the figure.
 */
const shown = sql.raw("4.5e-16");

/** A column of the micro-data by its full name: a bare one may mean an output of the same name. */
const inSource = (column: string): RawBuilder<unknown> => sql.ref(`source.${column}`);

/** Text is compared with text and numbers with doubles: engines disagree on what they convert by themselves. */
function met(condition: CubeCondition): RawBuilder<boolean> {
  const column = inSource(condition.column);
  if (condition.is === "null") return sql`${column} is null`;
  if (condition.is === "not null") return sql`${column} is not null`;
  const values = condition.is === "in" ? condition.values : [condition.value];
  const numeric = values.every((value) => typeof value === "number");
  const kind = sql.raw(numeric ? "double" : "varchar");
  const bound = sql.join(values.map((value) => sql`cast(${sql.val(numeric ? value : String(value))} as ${kind})`));
  const compared = sql`cast(${column} as ${kind})`;
  return condition.is === "in" ? sql`${compared} in (${bound})` : sql`${compared} ${sql.raw(condition.is)} ${bound}`;
}

function key(column: RawBuilder<unknown>, kind: "label" | "integer" | "year-of"): RawBuilder<unknown> {
  if (kind === "label") return sql`cast(${column} as varchar)`;
  if (kind === "integer") return sql`cast(${column} as bigint)`;
  return sql`cast(extract(year from cast(${column} as date)) as bigint)`;
}
