/** A point to lie under. */
export interface Point {
  x: number;
  y: number;
}

/** y = offset + slope·x */
export interface Line {
  slope: number;
  offset: number;
}

/**
 * The line that lies under all points and closest to them: with x the sender's time and y the delay of each packet, it
 * is the sender's clock as seen through an otherwise empty network, with all queueing left out (the linear programme of
 * Moon, Skelly and Towsley, "Estimation and removal of clock skew from network delay measurements", solved by the
 * lower convex hull: the edge over the mean of x is the answer). Points are in order of x; there is at least one.
 */
export function lowerLine(points: Point[], maxSlope: number): Line {
  const hull = lowerHull(points);
  const middle = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const right = hull.findIndex(({ x }) => x >= middle);
  const [a, b] = [hull[Math.max(0, right - 1)]!, hull[Math.max(0, right)]!];
  const slope = b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
  const bounded = Math.min(maxSlope, Math.max(-maxSlope, slope));
  const offset = points.reduce((least, { x, y }) => Math.min(least, y - bounded * x), Infinity);
  return { slope: bounded, offset };
}

/** Andrew's monotone chain, the lower half. */
function lowerHull(points: Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && !turnsLeft(hull[hull.length - 2]!, hull[hull.length - 1]!, point)) hull.pop();
    hull.push(point);
  }
  return hull;
}

function turnsLeft(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
