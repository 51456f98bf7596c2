const letters = 26;

/** `A`, `Z`, `AA`: the column at a position counted from 0. */
export function columnLetters(position: number): string {
  let rest = position + 1;
  let text = "";
  while (rest > 0) {
    const digit = (rest - 1) % letters;
    text = String.fromCharCode(65 + digit) + text;
    rest = (rest - 1 - digit) / letters;
  }
  return text;
}

/** The position, from 0, of the column that `A` or `aa` names. */
export function columnPosition(name: string): number {
  let position = 0;
  for (const letter of name.toUpperCase()) position = position * letters + letter.charCodeAt(0) - 64;
  return position - 1;
}

/** `C7` for row 6 and column 2, both counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
