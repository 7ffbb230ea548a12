import {
  type Force,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

/** Something with a size that wants a place; lengths in pixels. */
export interface Item {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Drawn to the middle more than the others. */
  readonly central: boolean;
}

export interface Link {
  readonly ends: readonly [string, string];
  readonly strength: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = { readonly x: number; readonly y: number };
type Body = Item & SimulationNodeDatum & { x: number; y: number; readonly home: Point };

const gap = 14;
const ticks = 260;

/** Places for the middles of all items: linked ones near, none over another, all inside; always the same for the same input. */
export function layout(items: readonly Item[], links: readonly Link[], box: Box): ReadonlyMap<string, Point> {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const reach = { x: (box.right - box.left) / 2, y: (box.bottom - box.top) / 2 };
  const [inner, outer] = [items.filter(({ central }) => central), items.filter(({ central }) => !central)];
  // Two lie best side by side, more in a ring that begins at the top.
  const first = inner.length > 1 || outer.length > 2 ? -Math.PI / 2 : 0;
  const bodies: Body[] = [
    // In a row through the middle.
    ...inner.map((item, at) =>
      start(item, middle.x + (at - (inner.length - 1) / 2) * 0.8 * reach.x, middle.y),
    ),
    // A start on a ring lets links untangle instead of crossing.
    ...outer.map((item, at) => {
      const angle = (2 * Math.PI * at) / outer.length + first;
      return start(
        item,
        middle.x + 0.8 * reach.x * Math.cos(angle),
        middle.y + 0.8 * reach.y * Math.sin(angle),
      );
    }),
  ];
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<Body, { source: string; target: string; link: Link }>(
        links.map((link) => ({ source: link.ends[0], target: link.ends[1], link })),
      )
        .id(({ key }) => key)
        .distance(0.62 * Math.min(reach.x, reach.y))
        .strength(({ link }) => 0.05 * link.strength),
    )
    .force(
      'apart',
      forceManyBody<Body>()
        .strength(-1_600)
        .distanceMax(2 * reach.x),
    )
    .force('x', forceX<Body>(({ central, home }) => (central ? home.x : middle.x)).strength(pull))
    .force('y', forceY<Body>(middle.y).strength(pull))
    .force('whole', withoutOverlap(box))
    .stop()
    .tick(ticks);
  return new Map(bodies.map(({ key, x, y }) => [key, { x: Math.round(x), y: Math.round(y) }]));
}

const start = (item: Item, x: number, y: number): Body => ({ ...item, x, y, home: { x, y } });

const pull = ({ central }: Body): number => (central ? 0.8 : 0.05);

/** Pushes rectangles apart along the shorter way, and back into the box. */
function withoutOverlap(box: Box): Force<Body, undefined> {
  let bodies: Body[] = [];
  const force = (): void => {
    for (let pass = 0; pass < 4; pass += 1) {
      for (const [at, a] of bodies.entries()) for (const b of bodies.slice(at + 1)) part(a, b);
      for (const body of bodies) {
        body.x = clamp(body.x, box.left + body.width / 2, box.right - body.width / 2);
        body.y = clamp(body.y, box.top + body.height / 2, box.bottom - body.height / 2);
      }
    }
  };
  return Object.assign(force, {
    initialize(all: Body[]) {
      bodies = all;
    },
  });
}

function part(a: Body, b: Body): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const overX = (a.width + b.width) / 2 + gap - Math.abs(dx);
  const overY = (a.height + b.height) / 2 + gap - Math.abs(dy);
  if (overX <= 0 || overY <= 0) return;
  // Those in the middle yield less.
  const shareOfA = a.central === b.central ? 0.5 : a.central ? 0.1 : 0.9;
  if (overX < overY) {
    const push = dx < 0 ? -overX : overX;
    a.x -= push * shareOfA;
    b.x += push * (1 - shareOfA);
  } else {
    const push = dy < 0 ? -overY : overY;
    a.y -= push * shareOfA;
    b.y += push * (1 - shareOfA);
  }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
