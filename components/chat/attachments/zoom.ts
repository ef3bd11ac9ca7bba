/** How a picture stands on its stage: scale from 1, and its middle's way from the stage's middle in px. */
export type Zoom = { scale: number; x: number; y: number };

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
export const LARGEST = 6;

type Size = { width: number; height: number };

/** Keeps the picture's edges outside the stage as far as it is larger than the stage. */
export function keepOnStage(zoom: Zoom, picture: Size, stage: Size): Zoom {
  const scale = Math.min(LARGEST, Math.max(1, zoom.scale));
  const limit = (size: number, room: number) => Math.max(0, (size * scale - room) / 2);
  const [right, down] = [limit(picture.width, stage.width), limit(picture.height, stage.height)];
  const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return { scale, x: clamp(zoom.x, right), y: clamp(zoom.y, down) };
}

/** Scales by `factor` so that the point `at` of the stage (px from its middle) stays under the finger. */
export function zoomAt({ scale, x, y }: Zoom, factor: number, at: { x: number; y: number }): Zoom {
  const next = Math.min(LARGEST, Math.max(1, scale * factor));
  const by = next / scale;
  return { scale: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by };
}
