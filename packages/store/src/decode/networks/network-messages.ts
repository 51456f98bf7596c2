/** What is refused and noted of networks. */
export const networkMessages = {
  "network-size": {
    en: "{file} is said to have {found} nodes, expected 1 to {limit}",
    zh: "{file} 声明有 {found} 个节点，应为 1 至 {limit} 个",
  },
  "network-node": {
    en: "{file}: line {line} names node {node}, and the nodes are 1 to {n}",
    zh: "{file}：第 {line} 行提到节点 {node}，而节点为 1 至 {n}",
  },
  "network-name-twice": {
    en: "{file}: two nodes are called {name}",
    zh: "{file}：有两个节点都叫 {name}",
  },
  "network-name-twice-hint": { en: "give each node a name of its own", zh: "请为每个节点取不同的名称" },
  "network-cells": {
    en: "{file} has {found} figures in its data, expected {expected}",
    zh: "{file} 的数据部分有 {found} 个数，应为 {expected} 个",
  },
  "network-rows": {
    en: "{file} has a matrix of {found, plural, one {# row} other {# rows}}, expected {expected}",
    zh: "{file} 的矩阵有 {found} 行，应为 {expected} 行",
  },
  "network-format": {
    en: "{file} is in the DL form {format}, expected fullmatrix, nodelist1, nodelist2, edgelist1, edgelist2, lowerhalf or upperhalf",
    zh: "{file} 的 DL 形式为 {format}，应为 fullmatrix、nodelist1、nodelist2、edgelist1、edgelist2、lowerhalf 或 upperhalf",
  },
  "network-format-hint": {
    en: "export it again as fullmatrix or edgelist1",
    zh: "请重新导出为 fullmatrix 或 edgelist1",
  },
  "network-external": {
    en: "{file} keeps its data in another file, {name}, which is not opened",
    zh: "{file} 的数据存放在另一文件 {name} 中，不予打开",
  },
  "network-none": { en: "{file} holds no link", zh: "{file} 中没有任何联系" },
  "network-undirected": {
    en: "{file}: the {count} links have no direction: each stands once",
    zh: "{file}：{count} 条联系没有方向：每条只列一次",
  },
  "network-both": {
    en: "{file} mixes links with a direction and {count} without: these stand once each way",
    zh: "{file} 同时含有有向联系和 {count} 条无向联系：后者两个方向各列一次",
  },
  "network-zeros": {
    en: "{file}: {count, plural, one {# pair has} other {# pairs have}} the value 0, which is no link",
    zh: "{file}：{count} 对取值为 0，不算作联系",
  },
  "network-isolated": {
    en: "{file}: {count, plural, one {# node has} other {# nodes have}} no link and {count, plural, one {is} other {are}} not in the table of links: {names}",
    zh: "{file}：{count} 个节点没有联系，不在联系表中：{names}",
  },
  "network-repeated": {
    en: "{file}: {count, plural, one {# pair has} other {# pairs have}} more than one link; each link is a row of its own",
    zh: "{file}：{count} 对之间有多条联系，每条各占一行",
  },
  "network-two-mode": {
    en: "{file} has two kinds of nodes: {first} of the first, {second} of the second",
    zh: "{file} 有两类节点：第一类 {first} 个，第二类 {second} 个",
  },
  "network-left": {
    en: "{file}: {what} are not read ({count, plural, one {# line} other {# lines}})",
    zh: "{file}：未读取{what}（{count} 行）",
  },
  "network-relations": {
    en: "{file} holds {count} relations over the same nodes: the column relation tells them apart",
    zh: "{file} 含有同一批节点上的 {count} 种关系：由 relation 列区分",
  },
} as const satisfies Record<string, { en: string; zh: string }>;
