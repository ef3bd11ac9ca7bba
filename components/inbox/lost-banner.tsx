import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** A blink of the line is nobody's business. */
const patienceMs = 2_500;

/** Says that what is shown may be old, once the stream has been away for a while. */
export function LostBanner({ isLost }: { isLost: boolean }) {
  const t = useTranslations("Inbox");
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
