import type { Deal } from "@conurb/core/deal";
import type { Text } from "@conurb/core/language";
import { parseUnit, unitText } from "@conurb/core/units";

/** What the money of a deal is called: `yuan`, `元`. */
export const currencyText = ({ currency }: Pick<Deal, "currency">): Text => unitText(parseUnit(currency));
