import { voice } from "./voice";

const WIDE = /[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/g;

/** The page's headline: the longer, the smaller. A CJK character takes the room of two. */
export function DisplayTitle({ title, language }: { title: string; language: string }) {
  return (
    <h1 className={`display ${sizeFor(title)}`} {...voice(language)}>
      {title}
    </h1>
  );
}

function sizeFor(title: string): string {
  const room = title.length + (title.match(WIDE)?.length ?? 0);
  if (room > 110) return "text-long";
  return room > 60 ? "text-head" : "text-display";
}
