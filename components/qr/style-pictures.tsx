const cells = [
  [0, 0],
  [1, 0],
  [2, 0],
  [1, 1],
  [0, 2],
  [2, 2],
] as const;

/** A few modules as the style draws them. */
export function ModulesPicture({ radius }: { radius: number }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden className="size-4 fill-current">
      {cells.map(([x, y]) => (
        <rect
          key={`${x}${y}`}
          x={x * 4 + (radius === 2 ? 0.2 : 0)}
          y={y * 4 + (radius === 2 ? 0.2 : 0)}
          width={radius === 2 ? 3.6 : 4}
          height={radius === 2 ? 3.6 : 4}
          rx={radius}
        />
      ))}
    </svg>
  );
}

/** A corner square as the style draws it. */
export function EyePicture({ radius }: { radius: number }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden className="size-4 fill-none stroke-current">
      <rect x="1" y="1" width="12" height="12" rx={radius} strokeWidth="2" />
      <rect x="4" y="4" width="6" height="6" rx={radius / 2} className="fill-current stroke-none" />
    </svg>
  );
}
