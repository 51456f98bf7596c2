/** How bytes of a text are read. All are found out but UTF-16 without its byte order mark and Windows-1252, which have to be named. */
export const encodings = ["utf-8", "gb18030", "big5", "shift_jis", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];
