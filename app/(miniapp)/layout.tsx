import "./miniapp.css";
import "./media.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "Chat", robots: { index: false } };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // Android's keyboard then shrinks the page by itself; iOS is followed by script.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1f24" },
  ],
};

export default function MiniAppLayout({ children }: { children: ReactNode }) {
  return <div className="chat-page">{children}</div>;
}
