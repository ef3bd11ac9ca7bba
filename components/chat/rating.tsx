import { Star } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";

type RatingProps = { value: number | null; isBusy: boolean; onRate(rating: number): void };

const STARS = [1, 2, 3, 4, 5];
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** One to five stars. Arrow keys only move between them; a tap, Space or Enter gives the rating, also a second one. */
export function Rating({ value, isBusy, onRate }: RatingProps) {
  const { t } = useChatTexts();
  const [aimed, setAimed] = useState<number | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const lit = aimed ?? value ?? 0;

  const rate = (star: number): void => {
    if (!isBusy && star !== value) onRate(star);
  };
  const onKeyDown = (event: KeyboardEvent, star: number): void => {
    if (event.key === "Enter") rate(star);
    const step = STEPS[event.key];
    if (!step) return;
    // The browser would choose each star it passes, and each would be sent.
    event.preventDefault();
    const next = (star - 1 + step + STARS.length) % STARS.length;
    group.current?.querySelectorAll("input")[next]?.focus();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={t("rateQuestion")}
      className="flex justify-center"
      onPointerLeave={() => setAimed(null)}
    >
      {STARS.map((star) => (
        <label
          key={star}
          className="chat-star relative grid size-11 place-items-center rounded-full transition active:scale-90"
          data-lit={star <= lit || undefined}
          onPointerEnter={(event) => event.pointerType === "mouse" && setAimed(star)}
        >
          <input
            type="radio"
            name="chat-rating"
            aria-label={t("stars", { count: star })}
            checked={value === star}
            className="absolute inset-0 cursor-pointer appearance-none rounded-full"
            onFocus={(event) => event.target.matches(":focus-visible") && setAimed(star)}
            onBlur={() => setAimed(null)}
            onKeyDown={(event) => onKeyDown(event, star)}
            onChange={() => rate(star)}
          />
          <Star
            aria-hidden="true"
            className="pointer-events-none size-7"
            strokeWidth={1.5}
            fill={star <= lit ? "currentColor" : "none"}
          />
        </label>
      ))}
    </div>
  );
}
