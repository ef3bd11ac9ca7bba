/** Width and height of a picture as it is shown, in px; null when the browser cannot draw it. */
export async function measurePicture(url: string): Promise<{ width: number; height: number } | null> {
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  return { width: picture.naturalWidth, height: picture.naturalHeight };
}
