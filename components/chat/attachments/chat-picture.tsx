import type { ComponentProps } from "react";

/** A picture of a message, as it is: its link is signed and may not pass through an image optimiser. */
export function ChatPicture({ alt, ...props }: ComponentProps<"img"> & { alt: string }) {
  return (
    <picture className="contents">
      <img alt={alt} decoding="async" draggable={false} {...props} />
    </picture>
  );
}
