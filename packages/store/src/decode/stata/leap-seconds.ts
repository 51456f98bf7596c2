const second = 1000;

/** The days that ended with a second 23:59:60, as the IERS announced them: Stata's times of `%tC` count those seconds. */
const days =
  "1972-06-30 1972-12-31 1973-12-31 1974-12-31 1975-12-31 1976-12-31 1977-12-31 1978-12-31 1979-12-31 1981-06-30 1982-06-30 1983-06-30 1985-06-30 1987-12-31 1989-12-31 1990-12-31 1992-06-30 1993-06-30 1994-06-30 1995-12-31 1997-06-30 1998-12-31 2005-12-31 2008-12-31 2012-06-30 2015-06-30 2016-12-31".split(
    " ",
  );
const ends = days.map((day) => Date.parse(`${day}T23:59:59Z`) + second);

/** A time that counts leap seconds without them, and whether it is one itself: then it is that of the second before. */
export function withoutLeapSeconds(counted: number): { readonly time: number; readonly isLeap: boolean } {
  let passed = 0;
  for (const end of ends) {
    const time = counted - passed * second;
    if (time < end) break;
    if (time < end + second) return { time: time - second, isLeap: true };
    passed += 1;
  }
  return { time: counted - passed * second, isLeap: false };
}
