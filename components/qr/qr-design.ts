import type { MakeQrInput } from "@/server/domain/qr/schema";

/** What the page lets people choose about a code's look. */
export type QrDesign = Pick<MakeQrInput, "modules" | "eyes" | "margin" | "size" | "dpi" | "logoArea"> & {
  dark: string;
  eyeColour: string;
  light: string;
  transparent: boolean;
  logo: File | null;
  /** Null while the code is for screens, whose size is `size` pixels. */
  mm: number | null;
};

export const firstDesign: QrDesign = {
  modules: "square",
  eyes: "square",
  margin: 4,
  size: 1024,
  dpi: 300,
  logoArea: 0.1,
  dark: "#111827",
  eyeColour: "#111827",
  light: "#ffffff",
  transparent: false,
  logo: null,
  mm: null,
};
