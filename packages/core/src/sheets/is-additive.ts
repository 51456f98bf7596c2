import { knownUnit } from "../units/parse-unit.ts";
import { isDimensionless, one, sameUnit } from "../units/unit.ts";

const ratio =
  /率|比重|比例|比值|占比|占.{0,12}[%％]|之比|人均|每[万百千]?[人户]|平均|均价|指数|密度|增速|增长|系数|排名|位次|\b(rate|share|ratio|per|index|average|mean|density|growth|rank)\b/i;

/** Whether figures of this name and unit may be added: amounts of things, and not rates, shares or means of them. */
export function isAdditive(name: string, unit: string | undefined): boolean {
  if (ratio.test(name)) return false;
  if (unit === undefined) return true;
  if (/\/| per |每/.test(unit)) return false;
  const known = knownUnit(unit);
  return known === undefined || !isDimensionless(known) || sameUnit(known, one);
}
