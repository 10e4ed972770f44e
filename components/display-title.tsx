import { voice } from "./voice";

const LONG = 60;
const WIDE = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/g;

/** The page's headline: large, and a step smaller when it is long. A CJK character takes the room of two. */
export function DisplayTitle({ title, language }: { title: string; language: string }) {
  const room = title.length + (title.match(WIDE)?.length ?? 0);
  return (
    <h1 className={`display ${room > LONG ? "text-head" : "text-display"}`} {...voice(language)}>
      {title}
    </h1>
  );
}
