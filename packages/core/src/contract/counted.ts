/** `1 row`, `3 rows`: a number with its English word, and the verb where it follows: `counted(n, "row has", "rows have")`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
