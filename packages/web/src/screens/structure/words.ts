export const words = {
  questions: { en: "Question", zh: "问题" },
  more: { en: "Also in this study", zh: "本研究的其他分析" },
  specialised: { en: "Who is specialised in what", zh: "专业化：谁强在何处" },
  alike: { en: "Whose structure is whose", zh: "同构：谁与谁相似" },
  chasing: { en: "Who chases whose industry", zh: "追逐：谁在追赶谁" },
  where: { en: "One industry on the map", zh: "一个行业的分布" },
  gathered: { en: "Which industries are gathered", zh: "集中：哪些行业扎堆" },
  specialisedGuide: {
    en: "1 is the reference's own share. Select an industry's name in the table, or a place on the left.",
    zh: "1 表示与参照地份额相同。点选左侧地区查看其各行业。",
  },
  alikeGuide: {
    en: "Places stand beside those that are most like them. Select two: below stand the industries that keep them apart.",
    zh: "相似的地区相邻排列。依次选中两地，下方列出拉开差距的行业。",
  },
  chasingGuide: {
    en: "A row's place goes for what the column's place is specialised in. With one year it is overlap, which has no direction in time.",
    zh: "行地区朝列地区的专业化方向发展。只有一年数据时为专业化行业的重叠度，不含时间方向。",
  },
  whereGuide: {
    en: "Colour is the place's part of the cluster's industry; where places are dots, their area is what they have of it.",
    zh: "颜色表示该地占城市群该行业的份额；以圆点表示时，面积为该行业的规模。",
  },
  gatheredGuide: {
    en: "0: the industry lies as all of them do. 1: in one place. Select a bar to see it on the map.",
    zh: "0 表示与全部产业分布一致，1 表示集中于一地。点选条形可在地图上查看该行业。",
  },
  industry: { en: "Industry", zh: "行业" },
  whereHeadline: {
    en: "{industry}: {place} has {part} of {group}",
    zh: "{industry}：{place}占{group}的{part}",
  },
  allPlaces: { en: "all places together", zh: "全部地区" },
  part: { en: "part of the cluster's", zh: "占城市群份额" },
  pair: { en: "Compare", zh: "比较" },
  and: { en: "with", zh: "与" },
  apart: { en: "What keeps {a} and {b} apart", zh: "{a}与{b}差在哪里" },
  apartText: {
    en: "Shares of industries: {a} filled, {b} hollow, furthest apart first. Half of the sum of all distances is {half}: the part of either economy that would have to change.",
    zh: "各行业份额：实心为{a}，空心为{b}，差距大者在前。差距之和的一半为 {half}，即任一方需调整的份额。",
  },
  computedHere: {
    en: 'Computed here, on what the study gave to "{basis}". It is not in the study file yet.',
    zh: "依据“{basis}”的数据在此计算，尚未写入研究文件。",
    site: {
      en: 'Computed here, on what the study gave to "{basis}". It is not in the study yet.',
      zh: "依据“{basis}”的数据在此计算，尚未加入研究。",
    },
  },
  computedPart: {
    en: "Computed here for the members of {group} alone; the study's own number is of all places.",
    zh: "此处只对{group}的成员计算；研究中的数值针对全部地区。",
  },
  keep: {
    en: "Keep it in the study",
    zh: "写入研究",
    site: {
      en: "Keep it in this tab",
      zh: "留在此标签页",
    },
  },
  computing: { en: "Computing", zh: "正在计算" },
  refused: { en: "This cannot be computed", zh: "无法计算" },
} as const;
