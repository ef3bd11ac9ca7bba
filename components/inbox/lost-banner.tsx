import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";

/** A blink of the line is nobody's business. */
const patienceMs = 2_500;

function onNetwork(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Says that what is shown may be old, once the stream or the network has been away for a while. */
export function LostBanner({ isLost: isStreamLost }: { isLost: boolean }) {
  const t = useTranslations("Inbox");
  const isOnline = useSyncExternalStore(
    onNetwork,
    () => navigator.onLine,
    () => true,
  );
  const isLost = isStreamLost || !isOnline;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isLost) return;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isLost]);
  return (
    <div role="status">
      {isLost && isLong && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-center text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0 text-warning" />
          {t("connectionLost")}
        </p>
      )}
    </div>
  );
}
