/** What is refused of an archive. */
export const archiveMessages = {
  "pack-unreadable": {
    en: "{file} is not a sound ZIP archive: {reason}",
    zh: "{file} 不是完好的 ZIP 压缩包：{reason}",
  },
  "pack-name": {
    en: "{file}: the name {member} leads out of the archive, nothing was unpacked",
    zh: "{file}：成员名 {member} 指向压缩包之外，未解压任何内容",
  },
  "pack-name-twice": {
    en: "{file}: two members are called {member}, nothing was unpacked",
    zh: "{file}：有两个成员都叫 {member}，未解压任何内容",
  },
  "pack-link": {
    en: "{file}: {member} is no file of its own (a link or a device), nothing was unpacked",
    zh: "{file}：{member} 不是普通文件（链接或设备），未解压任何内容",
  },
  "pack-locked": { en: "{file}: {member} has a password", zh: "{file}：{member} 有密码保护" },
  "pack-method": {
    en: "{file}: {member} is packed by a method that is not read here ({method}), expected stored or deflated",
    zh: "{file}：{member} 的压缩方法（{method}）不受支持，应为存储或 deflate",
  },
  "pack-too-large": {
    en: "{file}: {member} would unpack to {size} MB, expected at most {limit} MB",
    zh: "{file}：{member} 解压后为 {size} MB，上限为 {limit} MB",
  },
  "pack-too-many": {
    en: "{file} has {members} members, expected at most {limit}",
    zh: "{file} 有 {members} 个成员，上限为 {limit} 个",
  },
  "pack-damaged": {
    en: "{file}: {member} is damaged ({reason})",
    zh: "{file}：{member} 已损坏（{reason}）",
  },
  "pack-damaged-hint": { en: "fetch the archive again", zh: "请重新获取该压缩包" },
} as const satisfies Record<string, { en: string; zh: string }>;
