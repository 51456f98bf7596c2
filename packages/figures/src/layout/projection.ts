export interface Located {
  readonly lon: number;
  readonly lat: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Equirectangular at the mean latitude, fitted into a box; north up, both axes on one scale. */
export interface Projection {
  x(lon: number): number;
  y(lat: number): number;
  lon(x: number): number;
  lat(y: number): number;
  readonly pixelsPerKm: number;
}

const kmPerDegree = 111.195;

export function meanLatitude(places: readonly Located[]): number {
  return places.reduce((sum, { lat }) => sum + lat, 0) / places.length;
}

/** Height over width of the places on the ground; 1 for a single place. */
export function groundAspect(places: readonly Located[]): number {
  const { wide, high } = ground(places);
  return wide > 0 && high > 0 ? high / wide : 1;
}

export function fitProjection(places: readonly Located[], box: Box): Projection {
  const { west, north, wide, high, squash } = ground(places);
  const scale = Math.min(wide > 0 ? box.width / wide : Infinity, high > 0 ? box.height / high : Infinity);
  const size = Number.isFinite(scale) ? scale : box.width;
  const left = box.x + (box.width - wide * size) / 2;
  const top = box.y + (box.height - high * size) / 2;
  return {
    x: (lon) => left + (lon * squash - west) * size,
    y: (lat) => top + (north - lat) * size,
    lon: (x) => ((x - left) / size + west) / squash,
    lat: (y) => north - (y - top) / size,
    pixelsPerKm: size / kmPerDegree,
  };
}

function ground(places: readonly Located[]) {
  const squash = Math.cos((meanLatitude(places) * Math.PI) / 180);
  const easts = places.map(({ lon }) => lon * squash);
  const norths = places.map(({ lat }) => lat);
  const [west, north] = [Math.min(...easts), Math.max(...norths)];
  return { west, north, wide: Math.max(...easts) - west, high: north - Math.min(...norths), squash };
}
