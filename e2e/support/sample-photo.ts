import sharp from "sharp";

/** A JPEG of one colour, as a file of a form and as the simulator takes it. */
export async function samplePhoto(name: string, background: string, width = 800, height = 600) {
  const buffer = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return {
    file: { name, mimeType: "image/jpeg", buffer },
    sent: { name, mime: "image/jpeg", base64: buffer.toString("base64") },
  };
}
