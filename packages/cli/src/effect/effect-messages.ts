/** What `conurb effect` says. */
export const effectMessages = {
  "effect-no-verdict": {
    en: "{study}: no analysis ends in a verdict, expected one that uses causal/verdict",
    zh: "{study}：没有以结论收尾的分析，应有一项使用 causal/verdict",
  },
  "effect-no-verdict-hint": {
    en: "list the analyses that it weighs under on.estimates, such as [a, b, c]",
    zh: "并在 on.estimates 中列出各项估计，如 [a, b, c]",
  },
  "effect-decides": { en: "Cannot be told, because", zh: "不能判断，原因：" },
  "effect-against": { en: "Speaks against it", zh: "质疑" },
  "effect-for": { en: "Holds it up", zh: "支持" },
  "effect-amount": { en: "{says} ({amount})", zh: "{says}（{amount}）" },
  "effect-estimates": { en: "Estimates, in {unit}", zh: "各项估计（{unit}）" },
  "effect-estimates-plain": { en: "Estimates", zh: "各项估计" },
  "effect-summary": {
    en: "{told, plural, one {# verdict} other {# verdicts}}: {shown} with an effect, {none} without one that would matter, {untold} cannot tell",
    zh: "结论 {told} 项：有效应 {shown} 项，无有意义效应 {none} 项，不能判断 {untold} 项",
  },
  "effect-of": { en: "tables, lock and reports of the effects: {out}", zh: "效应的表格、锁文件与报告：{out}" },
} as const;
