import { useEffect, useRef, useSyncExternalStore } from "react";

const QUIET = "(prefers-reduced-motion: reduce)";

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(QUIET);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

type MovingPictureProps = { src: string; poster: string | null; label: string; className: string };

/** An animation without sound: it moves by itself unless the reader asked for stillness, and then has controls. */
export function MovingPicture({ src, poster, label, className }: MovingPictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const isStill = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUIET).matches,
    () => true,
  );
  useEffect(() => {
    // React does not set `muted` as an attribute, without which phones do not start a video by themselves.
    if (video.current) video.current.muted = true;
    if (isStill) video.current?.pause();
    // A phone that saves power refuses: then its first picture stands still.
    else video.current?.play().catch(() => video.current?.pause());
  }, [isStill]);
  return (
    <video
      ref={video}
      src={src}
      poster={poster ?? undefined}
      aria-label={label}
      className={className}
      muted
      loop
      playsInline
      controls={isStill}
      preload="metadata"
    />
  );
}
