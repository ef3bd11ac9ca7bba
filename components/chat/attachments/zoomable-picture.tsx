import { type PointerEvent, useEffect, useRef, useState } from "react";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { keepOnStage, WHOLE, type Zoom, zoomAt } from "@/components/chat/attachments/zoom";

type ZoomablePictureProps = {
  src: string;
  /** Shown until the picture itself has come. */
  preview: string | null;
  alt: string;
  size: { width?: number; height?: number };
  /** The finger went aside: +1 to the next, −1 to the one before. */
  onSwipe(by: 1 | -1): void;
  onClose(): void;
};

type Point = { x: number; y: number };

const SWIPE_PX = 60;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_SCALE = 2.5;

const between = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** A picture that fingers, wheel and double tap enlarge and move; whole, a swipe turns it over or puts it away. */
export function ZoomablePicture({ src, preview, alt, size, onSwipe, onClose }: ZoomablePictureProps) {
  const stage = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<Point>({ x: 0, y: 0 });
  const lastTap = useRef({ at: 0, x: 0, y: 0 });
  const [zoom, setZoom] = useState<Zoom>(WHOLE);
  const [swipe, setSwipe] = useState<Point | null>(null);
  const [isMoving, setMoving] = useState(false);

  const kept = (next: Zoom): Zoom => {
    const room = stage.current?.getBoundingClientRect();
    const picture = stage.current?.querySelector("img");
    if (!room || !picture) return next;
    return keepOnStage(next, { width: picture.offsetWidth, height: picture.offsetHeight }, room);
  };
  const fromMiddle = (event: { clientX: number; clientY: number }): Point => {
    const room = stage.current?.getBoundingClientRect();
    if (!room) return { x: 0, y: 0 };
    return {
      x: event.clientX - room.left - room.width / 2,
      y: event.clientY - room.top - room.height / 2,
    };
  };

  // React listens to the wheel passively; the page would scroll or zoom along.
  useEffect(() => {
    const element = stage.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002));
      setZoom((before) => kept(zoomAt(before, factor, fromMiddle(event))));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  });

  const onDown = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = fromMiddle(event);
    fingers.current.set(event.pointerId, point);
    start.current = point;
    setMoving(true);
  };
  const onMove = (event: PointerEvent): void => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now = fromMiddle(event);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      setSwipe(null);
      setZoom((known) =>
        kept(zoomAt(known, between(now, other) / Math.max(1, between(before, other)), middle)),
      );
    } else if (zoom.scale > 1) {
      setZoom((known) => kept({ ...known, x: known.x + now.x - before.x, y: known.y + now.y - before.y }));
    } else setSwipe({ x: now.x - start.current.x, y: now.y - start.current.y });
  };
  const onUp = (event: PointerEvent): void => {
    if (!fingers.current.delete(event.pointerId)) return;
    setMoving(fingers.current.size > 0);
    const moved = swipe ?? { x: 0, y: 0 };
    setSwipe(null);
    if (event.type === "pointercancel") return;
    const isAside = Math.abs(moved.x) > Math.abs(moved.y);
    if (isAside && Math.abs(moved.x) > SWIPE_PX) onSwipe(moved.x < 0 ? 1 : -1);
    else if (!isAside && Math.abs(moved.y) > SWIPE_PX * 1.5) onClose();
    else if (between(fromMiddle(event), start.current) < 10) tap(event);
  };
  const tap = (event: PointerEvent): void => {
    const point = fromMiddle(event);
    const isDouble =
      event.timeStamp - lastTap.current.at < DOUBLE_TAP_MS && between(point, lastTap.current) < 30;
    lastTap.current = { at: isDouble ? 0 : event.timeStamp, ...point };
    if (isDouble)
      setZoom((known) => (known.scale > 1 ? WHOLE : kept(zoomAt(known, DOUBLE_TAP_SCALE, point))));
  };

  const x = zoom.x + (swipe?.x ?? 0);
  const y = zoom.y + (swipe && Math.abs(swipe.y) > Math.abs(swipe.x) ? swipe.y : 0);
  return (
    <div
      ref={stage}
      className="chat-zoom"
      data-zoomed={zoom.scale > 1 || undefined}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    >
      <ChatPicture
        src={src}
        alt={alt}
        width={size.width}
        height={size.height}
        className="chat-zoom-picture"
        style={{
          transform: `translate(${x}px, ${y}px) scale(${zoom.scale})`,
          transition: isMoving ? "none" : undefined,
          backgroundImage: preview ? `url("${preview}")` : undefined,
        }}
      />
    </div>
  );
}
