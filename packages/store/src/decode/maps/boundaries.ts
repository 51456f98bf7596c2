/** Longitude and latitude in degrees, WGS 84; a height after them is let be. */
export type Position = readonly number[];

export type Shape =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "MultiPoint" | "LineString"; readonly coordinates: readonly Position[] }
  | { readonly type: "MultiLineString" | "Polygon"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
  | { readonly type: "GeometryCollection"; readonly geometries: readonly Shape[] };

export interface Boundary {
  readonly type: "Feature";
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Shape | null;
}

/** Shapes as a GeoJSON feature collection (RFC 7946), one feature for each row of the cells that came with them. */
export interface Boundaries {
  readonly type: "FeatureCollection";
  readonly features: readonly Boundary[];
}
