/** What is refused and noted of maps. */
export const mapMessages = {
  "map-not-degrees": {
    en: "{file}: feature {row} lies at {x}, {y}, which are no degrees of longitude and latitude",
    zh: "{file}：第 {row} 个要素位于 {x}, {y}，不是经纬度坐标",
  },
  "map-not-degrees-hint": {
    en: "transform it to WGS 84 (EPSG:4326), or say which projection it is in (shapefiles)",
    zh: "请转换为 WGS 84（EPSG:4326）；shapefile 也可指明其投影",
  },
  "map-crs": {
    en: "{file} says that it is in {crs}, expected longitude and latitude (WGS 84)",
    zh: "{file} 的坐标系为 {crs}，应为经纬度（WGS 84）",
  },
  "map-crs-hint": { en: "transform it to WGS 84 (EPSG:4326)", zh: "请转换为 WGS 84（EPSG:4326）" },
  "map-layer": { en: "{file} holds several layers: {layers}", zh: "{file} 含有多个图层：{layers}" },
  "map-layer-hint": { en: "name the one to read", zh: "请指明要读取的图层" },
  "map-layer-unknown": { en: "{file} has no layer {layer}", zh: "{file} 中没有图层 {layer}" },
  "map-layer-unknown-hint": { en: "the layers are {layers}", zh: "现有图层：{layers}" },
  "map-too-large": {
    en: "{file} unfolds to {points} points, expected at most {limit}",
    zh: "{file} 展开后有 {points} 个点，上限为 {limit} 个",
  },
  "map-too-large-hint": { en: "simplify the shapes first", zh: "请先简化图形" },
  "map-empty": {
    en: "{file}: {count, plural, one {# feature has} other {# features have}} no shape, the first in row {row}: no point is given there",
    zh: "{file}：{count} 个要素没有图形（首个在第 {row} 行），其坐标留空",
  },
  "map-centroid-name": {
    en: "{file} has columns lon or lat of its own: the centres of the shapes are in {lon} and {lat}",
    zh: "{file} 已有 lon 或 lat 列：图形重心坐标写入 {lon} 和 {lat}",
  },
  "map-nested": {
    en: "{file}: {count, plural, one {# cell holds} other {# cells hold}} lists or records, the first in row {row}, column {column}: kept as JSON text",
    zh: "{file}：{count} 个单元格是列表或嵌套结构（首个在第 {row} 行 {column} 列），以 JSON 文本保留",
  },
  "map-datum": {
    en: "{file} is on the datum {datum}, read as WGS 84: up to some hundred metres apart",
    zh: "{file} 的基准面为 {datum}，按 WGS 84 读取：可能相差数十至上百米",
  },
  "shapefile-no-projection": {
    en: "{file} has no {layer}.prj, so nobody knows what its coordinates are in",
    zh: "{file} 缺少 {layer}.prj，无法得知坐标系",
  },
  "shapefile-no-projection-hint": {
    en: "add the .prj to the archive, or say the projection: EPSG:4326 for longitude and latitude, else WKT or a proj string",
    zh: "请在压缩包中补上 .prj，或指明投影：经纬度写 EPSG:4326，其余写 WKT 或 proj 字符串",
  },
  "shapefile-projection": {
    en: "{file}: the projection of {layer} is not understood: {projection}",
    zh: "{file}：无法识别图层 {layer} 的投影：{projection}",
  },
  "shapefile-projection-hint": {
    en: "transform it to WGS 84 (EPSG:4326) in a geographic information system",
    zh: "请用 GIS 软件转换为 WGS 84（EPSG:4326）",
  },
  "shapefile-no-attributes": {
    en: "{file} has no {layer}.dbf: the shapes have no attributes",
    zh: "{file} 缺少 {layer}.dbf：图形没有属性",
  },
  "shapefile-none": {
    en: "{file} is a ZIP archive without a shapefile: it holds {names}",
    zh: "{file} 是不含 shapefile 的 ZIP 压缩包，其中有：{names}",
  },
  "shapefile-encoding": {
    en: "{file} has no {layer}.cpg, so its texts are taken for {encoding}",
    zh: "{file} 缺少 {layer}.cpg，文字按 {encoding} 读取",
  },
  "shapefile-encoding-other": {
    en: "{file}: the texts of {layer}.dbf are said to be {said}, and are not: they are taken for {encoding}",
    zh: "{file}：{layer}.dbf 的文字注明为 {said} 编码，实际不是：按 {encoding} 读取",
  },
  "shapefile-deleted": {
    en: "{file}: {count, plural, one {# record} other {# records}} of {layer}.dbf marked as deleted; read all the same, as the shapes are there",
    zh: "{file}：{layer}.dbf 有 {count} 条记录标记为已删除；因图形仍在，照常读取",
  },
} as const satisfies Record<string, { en: string; zh: string }>;
