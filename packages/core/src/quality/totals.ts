const words =
  /^(合计|总计|总和|共计|全部|小计|总数|全国|全省|全市|全区|总体|总量|all|total|totals|sum|overall|00|000000|all industries|grand total|national)$/i;
const within = /(^|[_\s-])(total|all)$|^total[_\s-]|合计$|总计$/i;

/** Whether a code or a name stands for all the others. */
export const isTotal = (name: string): boolean => words.test(name.trim());

/** Whether the name of a column says that it is a total. */
export const isTotalColumn = (name: string): boolean => isTotal(name) || within.test(name.trim());
