/** What the store says of private files. None of it holds what stands in one. */
export const privateMessages = {
  "private-missing": { en: "no private file {file}", zh: "找不到私密文件 {file}" },
  "private-missing-hint": {
    en: "the party seals its own: conurb share DEAL --seal PARTY",
    zh: "由该方自行封存：conurb share DEAL --seal 参与方",
  },
  "private-not-sealed": {
    en: "{file} is no sealed file, expected the age format (age-encryption.org/v1)",
    zh: "{file} 不是加密文件，应为 age 格式（age-encryption.org/v1）",
  },
  "private-truncated": {
    en: "{file} is truncated or was changed: it ends before what it holds is complete",
    zh: "{file} 被截断或改动：内容不完整",
  },
  "private-truncated-hint": {
    en: "take the file as it was sealed, or seal it anew; nothing was read from it and nothing was written",
    zh: "请使用封存时的原文件，或重新封存；未从中读取或写入任何内容",
  },
  "private-wrong-key": {
    en: "{file} is not sealed to this key, expected the key of its party, or of the mediator where the party wished it",
    zh: "{file} 未对此密钥加密，应使用该方的密钥；若该方同意，也可使用协调方密钥",
  },
  "private-key-unreadable": {
    en: "{file} holds no key, expected a line AGE-SECRET-KEY-1...",
    zh: "{file} 中没有密钥，应有一行 AGE-SECRET-KEY-1……",
  },
  "private-key-public": {
    en: "{party}: the public key cannot be read, expected age1...",
    zh: "{party}：公钥无法识别，应以 age1 开头",
  },
  "private-contents": {
    en: "{file} opens, and does not hold a reservation of this form",
    zh: "{file} 可以打开，但内容不是保留值的格式",
  },
} as const;
