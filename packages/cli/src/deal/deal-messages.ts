/** What share says. */
export const dealMessages = {
  "about-share": {
    en: "what a deal gives each party: rules in words, cash under doubt, splits, who would walk",
    zh: "协议对各方意味着什么：规则、现金流及其不确定性、分配方案、谁会退出",
  },
  "argument-deal": {
    en: "folder with a deal.yaml, a deal file, or - for standard input",
    zh: "含 deal.yaml 的文件夹、协议文件，或 -（标准输入）",
  },
  "option-pin": {
    en: "print the pins of the numbers that come from the study, as they are now",
    zh: "输出研究数据当前的锁定值（pins）",
  },
  "option-minutes": { en: "write the minutes too, in both languages", zh: "同时写出两种语言的会议纪要" },
  "option-deal-out": { en: "folder of the report (out, beside the deal)", zh: "报告文件夹（默认协议旁的 out）" },
  "option-deal-tables": {
    en: "write all numbers as tables: xlsx, csv (several with commas)",
    zh: "将全部数字写成表格：xlsx、csv（可用逗号分隔多种）",
  },
  "option-new-key": {
    en: "make a key: the secret one to FILE, the public one printed, to stand in the deal",
    zh: "生成密钥：私钥写入 FILE，公钥输出到屏幕，填入协议文件",
  },
  "option-seal": {
    en: "seal what PARTY must have at least, asked for or read from standard input: an amount, and the chance (50%)",
    zh: "封存 PARTY 的保留值，在终端询问或从标准输入读取：金额与概率（默认 50%）",
  },
  "option-as": {
    en: "say accept or refuse for PARTY from its private file, or look as mediator",
    zh: "据私密文件为 PARTY 表示接受与否，或以 mediator 身份查看",
  },
  "option-key": { en: "file of the secret key", zh: "私钥文件" },
  "option-open-sealed": { en: "print a sealed file that this key opens", zh: "输出此密钥可打开的加密文件" },
  "deal-key-made": { en: "secret key in {file}; public key:", zh: "私钥已写入 {file}；公钥：" },
  "deal-key-there": {
    en: "{file} is there already, expected another name: a lost key opens nothing any more",
    zh: "{file} 已存在，请换一个文件名：密钥丢失后无法再打开任何文件",
  },
  "deal-party-unknown": {
    en: "{party} is no party of the deal, expected {known}",
    zh: "{party} 不是协议参与方，应为 {known}",
  },
  "deal-key-none": {
    en: "{party} has no public key in the deal, expected parties.{party}.key",
    zh: "协议中 {party} 没有公钥，应写 parties.{party}.key",
  },
  "deal-key-needed": { en: "--key FILE is needed with --as and --open", zh: "--as 与 --open 需要同时给出 --key FILE" },
  "deal-key-other": {
    en: "this is not the key of {party} that the deal names",
    zh: "此密钥不是协议中写明的 {party} 的密钥",
  },
  "deal-reservation": {
    en: "standard input is expected to hold an amount in the currency of the deal, such as 1500000, and after it, if wished, a chance above 0% and at most 100%, such as 80%, and the word mediator",
    zh: "标准输入应为以协议货币计的金额（如 1500000），其后可写大于 0%、至多 100% 的概率（如 80%）和 mediator 一词",
  },
  "deal-seal-ask": {
    en: "What {party} must have at least, in {currency}; after it, if wished, a chance such as 80% and the word mediator. Typing does not show: ",
    zh: "{party}的保留值（{currency}）；其后可写概率（如 80%）和 mediator 一词。输入内容不显示：",
  },
  "deal-not-ours": {
    en: "{file} opens, but holds neither a reservation nor a mediator's view",
    zh: "{file} 可以打开，但其中不是保留值，也不是协调方视图",
  },
  "deal-opened-own": {
    en: "{party} must have at least {amount}{currency, select, none {} other { {currency}}}, present value, in {chance} of the draws",
    zh: "{party}的保留值：现值不低于 {amount}{currency, select, none {} other { {currency}}}，且在 {chance} 的模拟中满足",
  },
  "deal-view": { en: "The mediator's view: {title}", zh: "协调方视图：{title}" },
  "deal-view-wants": {
    en: "What each party must have at least, as far as it let the mediator see: present value{currency, select, none {} other {, {currency}}}",
    zh: "向协调方公开的保留值（现值{currency, select, none {} other {，{currency}}}）",
  },
  "deal-view-least": { en: "at least", zh: "至少" },
  "deal-view-chance": { en: "in what part of the draws", zh: "要求的模拟比例" },
  "deal-view-drafts": {
    en: "In what part of the draws each party has what it wants",
    zh: "各方在多少模拟中得到所要求的",
  },
  "deal-view-draft": { en: "draft", zh: "方案" },
  "deal-view-outside": { en: "{party} *", zh: "{party} *" },
  "deal-view-accepts": {
    en: "{accepts, select, yes {accepts} other {refuses}}",
    zh: "{accepts, select, yes {接受} other {不接受}}",
  },
  "deal-view-unseen": {
    en: "* keeps its reservation to itself: in what part of the draws it has no less than outside",
    zh: "* 未公开保留值：所列为不差于外部选项的模拟比例",
  },
  "deal-view-proposals": {
    en: "Rules under which nobody's chance is lower than under {draft} and somebody's is higher",
    zh: "与 {draft} 相比，无人机会降低且有人机会提高的规则",
  },
  "deal-view-none": { en: "none of those that were tried", zh: "所试规则中没有" },
  "deal-view-share": { en: "the origin's share", zh: "迁出地比例" },
  "deal-view-years": { en: "years", zh: "年限" },
  "deal-view-all": { en: "all seen accept", zh: "公开者均接受" },
  "deal-view-yes": { en: "{all, select, yes {yes} other {no}}", zh: "{all, select, yes {是} other {否}}" },
  "deal-sealed": {
    en: "sealed to {party}{mediator, select, yes { and the mediator} other {}}: {file}",
    zh: "已对{party}{mediator, select, yes {与协调方} other {}}加密：{file}",
  },
  "deal-verdict": {
    en: "{party}{accepts, select, yes { accepts} other { refuses}} draft {draft}: {file}",
    zh: "{party}{accepts, select, yes {接受} other {不接受}}方案 {draft}：{file}",
  },
  "deal-not-said": { en: "{party} has not said", zh: "{party}尚未表态" },
  "deal-mediator": {
    en: "sealed to the mediator alone: {file} (conurb share DEAL --open FILE --key KEY)",
    zh: "仅对协调方加密：{file}（conurb share DEAL --open FILE --key KEY）",
  },
  "deal-mediator-none": {
    en: "the deal names no mediator with a key, expected mediator: '{' title, key '}'",
    zh: "协议未写明带公钥的协调方，应写 mediator: '{' title, key '}'",
  },
  "deal-other-party": {
    en: "{file} holds the reservation of {found}, expected that of {party}",
    zh: "{file} 中是 {found} 的保留值，应为 {party} 的",
  },
  "deal-diff": {
    en: "From draft {before} to {after}, {unit}: means over {draws} draws",
    zh: "方案 {before} 至 {after}，{unit}：{draws} 次模拟均值",
  },
  "deal-present": { en: "present value", zh: "现值" },
  "deal-draft-unknown": {
    en: "{named}: there is no draft {draft}, expected one of {known}",
    zh: "{named}：没有方案 {draft}，应为 {known} 之一",
  },
  "deal-diff-two": {
    en: "two drafts of one deal are expected: DEAL#v1 DEAL#v2",
    zh: "应为同一协议的两个方案：DEAL#v1 DEAL#v2",
  },
  "deal-missing": { en: "no deal {file}", zh: "找不到协议文件 {file}" },
  "deal-unwritable": { en: "{file} cannot be written: {reason}", zh: "无法写入 {file}：{reason}" },
  "deal-unreadable": { en: "{file} cannot be read: {reason}", zh: "无法读取 {file}：{reason}" },
  "deal-missing-hint": {
    en: "a deal is a YAML file that begins with conurb-deal: 1; see the guide, or studies/jing-jin-ji-deal",
    zh: "协议为以 conurb-deal: 1 开头的 YAML 文件：见使用指南或 studies/jing-jin-ji-deal",
  },
  "deal-stale": {
    en: "{at}: the deal is stale: {name} of the study has changed since it was pinned ({pinned} then, {now} now)",
    zh: "{at}：协议已过期：研究中的 {name} 自锁定后已变化（锁定时 {pinned}，现为 {now}）",
  },
  "deal-stale-hint": {
    en: "look at what changed (conurb diff), then pin anew what conurb share --pin prints",
    zh: "请先用 conurb diff 查看变化，再按 conurb share --pin 的输出重新锁定",
  },
  "deal-unpinned": {
    en: "{at}: {name} of the study is not pinned, expected {name}: {now}",
    zh: "{at}：研究中的 {name} 未锁定，应写 {name}: {now}",
  },
  "deal-unpinned-hint": {
    en: "conurb share --pin prints all pins",
    zh: "conurb share --pin 会列出全部锁定值",
  },
  "deal-no-study": {
    en: "figures: the deal names no study, expected study: '{' file: ... '}'",
    zh: "figures：协议未指明研究，应写 study: '{' file: ... '}'",
  },
  "deal-figure-of": {
    en: "{at}: the study has no analysis or dataset {name} with a result; there are {known}",
    zh: "{at}：研究中没有带结果的分析或数据集 {name}；现有：{known}",
  },
  "deal-figure-cell": {
    en: "{at}: {from} names{what, select, column { no column of numbers; there are} row { no row; the keys are} rows { more than one row; the keys are} table { no table; there are} scalar { no scalar; there are} other { a gap}} {known}",
    zh: "{at}：{from} {what, select, column {不是数值列；现有} row {没有对应的行；主键为} rows {对应多行；主键为} table {没有这张表；现有} scalar {没有这个标量；现有} other {为缺失值}} {known}",
  },
  "deal-illustrative": {
    en: "ILLUSTRATIVE: amounts rest on invented assumptions",
    zh: "示例：金额基于虚设的假设",
  },
  "deal-draft": { en: "Draft {draft}: {title}", zh: "方案 {draft}：{title}" },
  "deal-party": { en: "party", zh: "参与方" },
  "deal-mean": { en: "mean", zh: "均值" },
  "deal-low": { en: "5%", zh: "5% 分位" },
  "deal-median": { en: "median", zh: "中位数" },
  "deal-high": { en: "95%", zh: "95% 分位" },
  "deal-worse": { en: "better outside", zh: "外部更优" },
  "deal-regret": { en: "regret", zh: "后悔值" },
  "deal-below": {
    en: "{enterprise} is not under {rule} in {share} of the draws: what it paid before is too little, and its tax is not shared",
    zh: "{enterprise} 在 {share} 的模拟中不适用 {rule}：迁移前税收未达标准，不予分享",
  },
  "deal-delay": {
    en: "{enterprise}: {planned, select, yes {transfers are planned late, and these numbers hold the interest of {rule}: {amount} on the average, not discounted} other {every share is taken to be transferred in time; the interest for delay of {rule} is in none of these numbers (a plan to be late is written as transfers of the move)}}",
    zh: "{enterprise}：{planned, select, yes {计划逾期划转，以上数字已计入 {rule} 的逾期利息，平均 {amount}（未折现）} other {假定各年分享均按期划转，以上数字不含 {rule} 的逾期利息（计划逾期请写在 moves 的 transfers）}}",
  },
  "deal-unit": {
    en: "Present value over {years} years, {unit}; {draws} draws, seed {seed}",
    zh: "{years} 年现值，{unit}；{draws} 次模拟，种子 {seed}",
  },
  "deal-conserved": {
    en: "conserved to the fen: {collected} {currency} came in over all draws, {total} {currency} were paid out",
    zh: "守恒到分：全部模拟共收入 {collected} {currency}，分出 {total} {currency}",
  },
  "deal-leave": { en: "{members} would gain {gain} by leaving", zh: "{members} 退出可多得 {gain}" },
  "deal-stays": { en: "nobody would leave", zh: "无人退出" },
  "deal-splits": { en: "Other ways to split the same expected gain", zh: "同一期望收益的其他分法" },
  "deal-split": { en: "split", zh: "分法" },
  "deal-walks": { en: "who would leave", zh: "谁会退出" },
  "deal-seek-found": {
    en: "Smallest change: {clause} of {rule} from {now} to {found}, and all are better off inside in at least {confidence} of the draws",
    zh: "最小改动：{rule} 的 {clause} 由 {now} 改为 {found}，各方在至少 {confidence} 的模拟中优于外部选项",
  },
  "deal-seek-now": {
    en: "{clause} of {rule} can stay {now}: all are better off inside in at least {confidence} of the draws",
    zh: "{rule} 的 {clause} 维持 {now} 即可：各方在至少 {confidence} 的模拟中优于外部选项",
  },
  "deal-seek-none": {
    en: "No value of {clause} of {rule} makes all better off inside in {confidence} of the draws; nearest is {best}, where {party} is worse off in {worse}",
    zh: "{rule} 的 {clause} 取任何值都不能使各方在 {confidence} 的模拟中优于外部选项；最接近的是 {best}，此时 {party} 在 {worse} 的模拟中更差",
  },
  "deal-settled": {
    en: "Settled from what was paid: {enterprise}, {rule}",
    zh: "按已缴税款结算：{enterprise}，{rule}",
  },
  "deal-year": { en: "year", zh: "年度" },
  "deal-tax": { en: "local tax", zh: "地方税收" },
  "deal-received": { en: "received so far", zh: "累计所得" },
  "deal-not-qualified": { en: "not under the rule: {reasons}", zh: "不适用该规则：{reasons}" },
  "deal-ending": {
    en: "sharing{ending, select, cap { ended at the cap} years { ended with its years} left { ended as the enterprise left} other { goes on}}",
    zh: "分享{ending, select, cap {因达到上限而结束} years {期满结束} left {因企业离开而结束} other {仍在继续}}",
  },
  "deal-before": { en: "not shared, before the clock", zh: "起算前未分享" },
  "deal-bet": { en: "Owed by the measured index", zh: "按实测指数应付" },
  "deal-bet-year": {
    en: "{year}: index {index}{rounded, select, none {} other {, rounded {rounded}}}, {kept, select, yes {at most} other {above}} {threshold}: {payer} pays {payee} {amount} {currency}",
    zh: "{year} 年：指数 {index}{rounded, select, none {} other {（取 {rounded}）}}，{kept, select, yes {不高于} other {高于}} {threshold}，{payer}向{payee}支付 {amount} {currency}",
  },
  "deal-game": { en: "The game {title}", zh: "博弈：{title}" },
  "deal-town": { en: "town", zh: "市镇" },
  "deal-contribution": { en: "into the pool", zh: "缴入" },
  "deal-distribution": { en: "from the pool", zh: "分得" },
  "deal-net": { en: "net", zh: "净额" },
} as const;
